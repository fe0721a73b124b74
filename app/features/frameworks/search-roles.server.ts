import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { roleProfilesPage } from "./role-profile-reads.server.ts";

/** Role profiles that words find by name or job title. HR only. */
export async function searchRoles(
  _: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const page = await roleProfilesPage(tx, actor);
  const found = (page?.profiles ?? []).filter(({ name, titles }) =>
    wordsFound(words, name, ...titles),
  );
  return {
    ...{ id: "roles", title: readerTexts().t("frameworks:place") },
    found: found.map(({ id, name }) => ({ href: `/roles/${id}`, label: name })),
  };
}

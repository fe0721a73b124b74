import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { allRoles } from "./role-reads.server.ts";

/** Roles that words find by name or by a job title of any version. HR only. */
export async function searchRoles(
  _: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const roles = mayKeepRoleProfiles(actor) ? [...(await allRoles(tx, actor)).values()] : [];
  const found = roles.filter(({ name, archivedOn, versions }) => {
    const titles = versions.flatMap(({ match }) => match.titles);
    return archivedOn === null && wordsFound(words, name, ...titles);
  });
  return {
    ...{ id: "roles", title: readerTexts().t("frameworks:place") },
    found: found.map(({ id, name }) => ({ href: `/roles/${id}`, label: name })),
  };
}

import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { saidSoOf } from "../directory/said-so-reads.server.ts";
import { findColleagues } from "./colleagues.server.ts";

/** Colleagues whom words find, each with their page; for everyone who is in the organisation. */
export async function searchPeople(
  _: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const t = readerTexts().getFixedT(null, "people");
  const { found } =
    actor.role === "leaver" ? { found: [] } : await findColleagues(tx, actor, words);
  const said = await saidSoOf(
    tx,
    actor,
    found.map(({ id }) => id),
  );
  return {
    ...{ id: "people", title: t("directory.title") },
    found: found.map(({ id, name, jobTitle, department }) => ({
      ...{ href: `/people/${id}`, label: name },
      detail: [...(said.get(id) ?? []), jobTitle, department].filter(Boolean).join(" · "),
    })),
  };
}

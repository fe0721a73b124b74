import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { cycleList } from "../cycle/cycle-reads.server.ts";

/** Rounds that words find by name, newest first. HR only. */
export async function searchRounds(
  _: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const t = readerTexts().getFixedT(null, "feedback-hr");
  const found = (await cycleList(tx, actor)).filter(({ name }) => wordsFound(words, name));
  return {
    ...{ id: "rounds", title: t("place") },
    found: found.map(({ id, name, state }) => ({
      ...{ href: `/cycles/${id}`, label: name, detail: t(`states.${state}`) },
    })),
  };
}

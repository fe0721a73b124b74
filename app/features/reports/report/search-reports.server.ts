import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { ownReports, sharedReports } from "./report-reads.server.ts";

/**
 * Reports that whoever asks may read, by the round's name and whose they are: their own, and those shared with them.
 */
export async function searchReports(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup> {
  const t = readerTexts().getFixedT(null, "report");
  const own = (await ownReports(tx, actor)).map(({ id, cycleName, releasedOn }) => ({
    ...{ href: `/reports/${id}`, label: cycleName },
    detail: writtenDate(releasedOn),
  }));
  const today = await todayWhere(platform, tx, actor);
  const shared = (await sharedReports(tx, actor, today)).map(
    ({ id, cycleName, participantName }) => ({
      ...{ href: `/reports/${id}`, label: participantName, detail: cycleName },
    }),
  );
  const found = [...own, ...shared].filter(({ label, detail }) => wordsFound(words, label, detail));
  return { id: "reports", title: t("place"), found };
}

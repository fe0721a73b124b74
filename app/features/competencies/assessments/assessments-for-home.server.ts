import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownAssessmentsPath, sheetPath, talkPath } from "../paths/assessment-paths.ts";
import { type OwnAssessment, ownAssessments } from "./own-assessments.server.ts";

/** What waits of assessments for whoever asks: what they write of a round is one task, and so is each conversation. */
export async function assessmentsForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  const own = await ownAssessments(platform, tx, actor);
  const toWrite = Map.groupBy(
    own.filter(({ next }) => next === "write"),
    ({ round, part }) => `${round.id} ${part === "self"}`,
  );
  return {
    tasks: [
      ...[...toWrite.values()].map(writing),
      ...own.filter(({ next }) => next === "talk").map(talking),
    ],
  };
}

function writing(sheets: readonly OwnAssessment[]) {
  const t = readerTexts().getFixedT(null, "assessments", "home");
  const [first] = sheets as [OwnAssessment];
  const own = first.part === "self";
  const { id, name, closesOn } = first.round;
  return {
    id: `assessments ${id} ${own ? "self" : "others"}`,
    urgency: "others-wait" as const,
    line: own ? t("own", { round: name }) : t("others", { count: sheets.length, round: name }),
    detail: closesOn ? t("until", { date: writtenDate(closesOn) }) : t("any"),
    action: t("write"),
    href: sheets.length === 1 ? sheetPath(first.sheetId) : ownAssessmentsPath,
    icon: "edit" as const,
  };
}

function talking({ subjectId, part, name, proposed, round }: OwnAssessment) {
  const t = readerTexts().getFixedT(null, "assessments", "home");
  return {
    id: `assessment talk ${subjectId}`,
    urgency: "others-wait" as const,
    line: part === "self" ? t("ownTalk") : t("talk", { name }),
    detail: proposed > 0 ? t("proposed", { count: proposed }) : round.name,
    action: t("look"),
    href: talkPath(subjectId),
    icon: "edit" as const,
  };
}

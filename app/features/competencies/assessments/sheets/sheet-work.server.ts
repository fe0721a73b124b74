import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { zoneOf } from "~/features/people/index.server.ts";
import { holdRound } from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Assessed, lockAssessed } from "../store/assessed-store.server.ts";
import { type AssessmentRound, roundsAbout } from "../store/assessment-reads.server.ts";
import { type Sheet, sheetsAbout } from "../store/sheet-store.server.ts";

/** One person's assessment with all that was written about them, held while something is done to it. */
export type Work = {
  assessed: Assessed;
  sheets: Sheet[];
  round: AssessmentRound;
  framework: LevelledFramework;
  /** Whether the round takes what somebody writes now, by the calendar of where they are. */
  isOpen: boolean;
  today: string;
};

/**
 * The assessment of one person, held until the transaction ends: first the round, so that nobody closes it meanwhile,
 * then the person. null where there is none.
 */
export async function holdWork(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  { subjectId, roundId }: { subjectId: string; roundId: string },
): Promise<Work | null> {
  const held = await holdRound(tx, actor, roundId);
  const assessed = held && (await lockAssessed(tx, actor, subjectId));
  if (!assessed || assessed.roundId !== roundId || actor.personId === null) return null;
  const round = (await roundsAbout(platform, tx, actor, [assessed])).get(roundId);
  if (!round) return null;
  const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
  if (!framework) throw new Error("a round of assessments without its framework");
  const today = todayFor(platform, await zoneOf(tx, actor, actor.personId));
  const isOpen = round.takesWork && assessed.concludedOn === null;
  const sheets = (await sheetsAbout(tx, actor, [subjectId])).get(subjectId) ?? [];
  return { assessed, sheets, round, framework, isOpen, today };
}

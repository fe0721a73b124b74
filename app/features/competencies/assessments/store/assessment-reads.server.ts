import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone, zoneOf } from "~/features/people/index.server.ts";
import { isRoundState, type RoundState, takesAnswers } from "~/features/rounds/domain/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { lentRoundsOf, withinReach } from "~/features/rounds/lent-reads.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPurpose, type Purpose } from "../../domain/purpose.ts";

/** A round of assessments, as its pages show it. */
export type AssessmentRound = {
  id: string;
  name: string;
  state: RoundState;
  paused: boolean;
  archived: boolean;
  closesItself: boolean;
  closesOn: string | null;
  opensOn: string | null;
  calledOffReason: string | null;
  revision: number;
  framework: string;
  version: number;
  competencies: string[] | null;
  purposes: Purpose[];
  reminderDays: number[];
};

function assessmentRounds(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("assessment")
    .innerJoin(lentRoundsOf(scope, "assessment"), (join) =>
      join.onRef("round.id", "=", "assessment.roundId"),
    )
    .where("assessment.organisationId", "=", scope.organisationId)
    .select(["round.id", "round.name", "round.state", "round.paused", "round.archived"])
    .select(["round.closesOn", "round.opensOn", "round.calledOffReason", "round.revision"])
    .select([
      "round.closesItself",
      "round.reminderDays",
      "assessment.framework",
      "assessment.version",
    ])
    .select(["assessment.competencies", "assessment.purposes"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof assessmentRounds>["execute"]>>[number];

function roundOf({ state, purposes, ...row }: Row): AssessmentRound {
  if (!isRoundState(state)) throw new Error(`unknown state of a round ${state}`);
  return { ...row, state, purposes: purposes.filter(isPurpose) };
}

/** Rounds of assessments that whoever asks runs, the newest first; those that were put away apart. */
export async function roundsToRun(
  tx: Tx,
  actor: Actor,
  { archived }: { archived: boolean },
): Promise<AssessmentRound[]> {
  if (!mayRunSomeRounds(actor)) return [];
  const rows = await assessmentRounds(tx, actor)
    .where("round.archived", "=", archived)
    .where(withinReach(actor))
    .orderBy("round.id", "desc")
    .execute();
  return rows.map(roundOf);
}

/** One of them, for whoever was let into it. */
export async function roundToRun(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<AssessmentRound | null> {
  const row = await assessmentRounds(tx, actor)
    .where("round.id", "=", roundId)
    .where(withinReach(actor))
    .executeTakeFirst();
  return row ? roundOf(row) : null;
}

/** Rounds in which people are placed now. */
export async function openAssessments(
  tx: Tx,
  scope: OrganisationScope,
): Promise<AssessmentRound[]> {
  const rows = await assessmentRounds(tx, scope)
    .where("round.state", "=", "collecting")
    .orderBy("round.id")
    .execute();
  return rows.map(roundOf);
}

/** Some rounds of assessments, by id. */
export async function roundsByIds(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
): Promise<Map<string, AssessmentRound>> {
  if (ids.length === 0) return new Map();
  const rows = await assessmentRounds(tx, scope)
    .where("round.id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, roundOf(row)]));
}

/** The rounds of some assessments, with whether they take what whoever asks writes, where they are. */
export async function roundsAbout(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  assessed: readonly { roundId: string }[],
): Promise<Map<string, AssessmentRound & { takesWork: boolean }>> {
  const ids = [...new Set(assessed.map(({ roundId }) => roundId))];
  const rounds = await roundsByIds(tx, actor, ids);
  if (rounds.size === 0) return new Map();
  const zone =
    actor.personId === null
      ? await organisationZone(tx, actor)
      : await zoneOf(tx, actor, actor.personId);
  const today = todayFor(platform, zone);
  return new Map(
    [...rounds].map(([id, round]) => [id, { ...round, takesWork: takesAnswers(round, today) }]),
  );
}

import type { Selectable } from "kysely";
import {
  type AnyRound,
  insertRound,
  lockAnyRound,
  type NewRound,
  type RoundChanges,
  type RoundKey,
  updateRound,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Assessment as AssessmentTable } from "~/platform/db/schema.gen.ts";
import { isPurpose, type Purpose } from "../../domain/purpose.ts";

/** What only a round of assessments has. */
export type AssessmentHalf = Omit<
  Selectable<AssessmentTable>,
  "organisationId" | "roundId" | "purposes"
> & { purposes: Purpose[] };
export type AssessmentRow = AnyRound & AssessmentHalf;
export type AssessmentChanges = RoundChanges & { assessment?: Partial<AssessmentHalf> };

export async function insertAssessment(
  tx: Tx,
  round: Omit<NewRound, "kind" | "instrumentId" | "disclosurePolicy">,
  half: Omit<AssessmentHalf, "launchedOn">,
): Promise<void> {
  await insertRound(tx, {
    ...round,
    ...{ kind: "assessment", instrumentId: null, disclosurePolicy: null },
  });
  const { organisationId, id: roundId } = round;
  await tx
    .insertInto("assessment")
    .values({ organisationId, roundId, ...half })
    .execute();
}

/** A round of assessments, locked until the transaction ends; null when there is none by that id. */
export async function lockAssessment(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<AssessmentRow | null> {
  const round = await lockAnyRound(tx, scope, id);
  const half = round && (await assessmentHalf(tx, round));
  return half && { ...round, ...half };
}

/** What only a round of assessments has; null of any other. */
export async function assessmentHalf(tx: Tx, round: RoundKey): Promise<AssessmentHalf | null> {
  const row = await tx
    .selectFrom("assessment")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .select(["framework", "version", "competencies", "purposes", "launchedOn"])
    .executeTakeFirst();
  return row ? { ...row, purposes: row.purposes.filter(isPurpose) } : null;
}

/** Changes either half, which counts as one change. */
export async function updateAssessment(
  tx: Tx,
  key: RoundKey,
  { assessment, ...round }: AssessmentChanges,
): Promise<void> {
  await updateRound(tx, key, round);
  if (!assessment) return;
  await tx
    .updateTable("assessment")
    .set(assessment)
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}

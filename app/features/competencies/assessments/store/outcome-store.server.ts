import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Outcome } from "../../domain/assessments/side-by-side.ts";

/** What was said while talking about some subjects, by subject and competency. */
export async function outcomesAbout(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectIds: readonly string[],
): Promise<Map<string, Map<string, Outcome>>> {
  const rows = await tx
    .selectFrom("assessmentOutcome")
    .where("organisationId", "=", organisationId)
    .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .select(["subjectId", "competency", "kind", "level", "words", "saidBy"])
    .execute();
  const about = new Map<string, Map<string, Outcome>>();
  for (const { subjectId, competency, kind, level, words, saidBy } of rows) {
    const own = about.get(subjectId) ?? new Map<string, Outcome>();
    about.set(subjectId, own);
    own.set(competency, {
      ...{ kind: kind as Outcome["kind"], level, words, saidBy: saidBy as Outcome["saidBy"] },
    });
  }
  return about;
}

/** Keeps what was said of one competency; null takes it away. */
export async function keepOutcome(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { subjectId, competency }: { subjectId: string; competency: string },
  outcome: Outcome | null,
): Promise<void> {
  await tx
    .deleteFrom("assessmentOutcome")
    .where("organisationId", "=", organisationId)
    .where("subjectId", "=", subjectId)
    .where("competency", "=", competency)
    .execute();
  if (outcome === null) return;
  await tx
    .insertInto("assessmentOutcome")
    .values({ organisationId, subjectId, competency, ...outcome })
    .execute();
}

/** Forgets what was said about some subjects: the talk, and what calibrating changed. */
export async function forgetOutcomes(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectIds: readonly string[],
): Promise<void> {
  for (const table of ["assessmentOutcome", "assessmentCalibration"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", organisationId)
      .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
      .execute();
}

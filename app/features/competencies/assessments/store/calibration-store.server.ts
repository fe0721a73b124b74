import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** What calibrating changed of a manager's sheet. */
export type Calibration = {
  id: string;
  subjectId: string;
  competency: string;
  before: number;
  after: number;
  reason: string;
  decidedOn: string;
};

/** What calibrating changed about some subjects, the last first. */
export async function calibrationsOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectIds: readonly string[],
): Promise<Calibration[]> {
  return tx
    .selectFrom("assessmentCalibration")
    .where("organisationId", "=", organisationId)
    .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .select(["id", "subjectId", "competency", "before", "after", "reason", "decidedOn"])
    .orderBy("id", "desc")
    .execute();
}

export async function insertCalibration(
  tx: Tx,
  { organisationId }: OrganisationScope,
  calibration: Omit<Calibration, "id">,
): Promise<void> {
  await tx
    .insertInto("assessmentCalibration")
    .values({ organisationId, id: newId(), ...calibration })
    .execute();
}

import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { CompetencyRef } from "../domain/evidence.ts";

type Asked = CompetencyRef & { personId: string };

/** Adds what somebody may be asked about; what is there already stays. */
export async function insertAsked(
  tx: Tx,
  { organisationId }: OrganisationScope,
  asked: readonly Asked[],
): Promise<void> {
  if (asked.length === 0) return;
  await tx
    .insertInto("askMeAbout")
    .values(asked.map((each) => ({ organisationId, ...each })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes one of them away, or all of somebody's. */
export async function deleteAsked(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  one?: CompetencyRef,
): Promise<void> {
  await tx
    .deleteFrom("askMeAbout")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .$if(one !== undefined, (query) =>
      query
        .where("framework", "=", one?.framework ?? "")
        .where("competency", "=", one?.competency ?? ""),
    )
    .execute();
}

/** What somebody lets colleagues ask them about, whoever asks. */
export function askedOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<CompetencyRef[]> {
  return tx
    .selectFrom("askMeAbout")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["framework", "competency"])
    .orderBy("framework")
    .orderBy("competency")
    .execute();
}

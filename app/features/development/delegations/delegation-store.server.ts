import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type {
  Degree,
  Delegation,
  DelegationFacts,
  DelegationStep,
  StepKind,
} from "../domain/delegations/delegation.ts";

/** Somebody's own register: the only way to a decision in it. */
export type Register = { delegations: Delegation[]; steps: DelegationStep[] };

/** All that somebody wrote down of decisions, and what became of them, the oldest first. */
export async function registerOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<Register> {
  const rows = await tx
    .selectFrom("delegation")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["id", "decision", "owner", "degree", "isHandedOver", "reviewOn", "revision"])
    .orderBy("id")
    .execute();
  const steps = await tx
    .selectFrom("delegationStep")
    .where("organisationId", "=", organisationId)
    .where("delegationId", "=", sql<string>`ANY(${rows.map(({ id }) => id)}::uuid[])`)
    .select(["id", "delegationId", "kind", "takenOn", "words"])
    .orderBy("id")
    .execute();
  return {
    delegations: rows.map((row) => ({ ...row, degree: row.degree as Degree })),
    steps: steps.map((step) => ({ ...step, kind: step.kind as StepKind })),
  };
}

/** Nobody else changes this person's register until the transaction is over. */
export async function lockRegister(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `delegations of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertDelegation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  { id, ...facts }: DelegationFacts & { id: string },
): Promise<void> {
  await tx
    .insertInto("delegation")
    .values({ organisationId, id, personId, ...facts })
    .execute();
}

export async function updateDelegation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Partial<DelegationFacts & Pick<Delegation, "isHandedOver">>,
): Promise<void> {
  await tx
    .updateTable("delegation")
    .set((eb) => ({ ...facts, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** With all that became of it. */
export async function deleteDelegation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("delegation")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertStep(
  tx: Tx,
  { organisationId }: OrganisationScope,
  step: DelegationStep,
): Promise<void> {
  await tx
    .insertInto("delegationStep")
    .values({ organisationId, ...step })
    .execute();
}

export async function deleteStep(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("delegationStep")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

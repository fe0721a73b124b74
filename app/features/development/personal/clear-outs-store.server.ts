import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** What somebody led, was asked in, named and answered: their own words, and none of others'. */
export async function exportedClearOuts(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
) {
  const led = await tx
    .selectFrom("clearOut")
    .where("organisationId", "=", organisationId)
    .where("leaderId", "=", personId)
    .select(["begunOn", "closedOn"])
    .orderBy("id")
    .execute();
  const asked = await tx
    .selectFrom("clearOutMember")
    .innerJoin("clearOut", (join) =>
      join
        .onRef("clearOut.organisationId", "=", "clearOutMember.organisationId")
        .onRef("clearOut.id", "=", "clearOutMember.clearOutId"),
    )
    .where("clearOut.organisationId", "=", organisationId)
    .where("clearOutMember.organisationId", "=", organisationId)
    .where("clearOutMember.personId", "=", personId)
    .select(["clearOut.begunOn", "clearOutMember.nothingOn"])
    .orderBy("clearOut.id")
    .execute();
  const named = await tx
    .selectFrom("clearOutItem")
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", personId)
    .select(["kind", "words", "why", "state", "decidedOn", "checkOn"])
    .orderBy("id")
    .execute();
  const answers = await tx
    .selectFrom("clearOutAnswer")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["answer", "answeredOn"])
    .orderBy("itemId")
    .execute();
  return { led, asked, named, answers };
}

/** Deletes what somebody led and that they were asked; what they named elsewhere is named by nobody from now on. */
export async function forgetInClearOuts(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("clearOut")
    .where("organisationId", "=", organisationId)
    .where("leaderId", "=", personId)
    .execute();
  for (const table of ["clearOutMember", "clearOutAnswer"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .execute();
  await renameNamer(tx, { organisationId }, personId, null);
}

/** What one record of a person was asked, named and answered in clear-outs of others, the other did from now on. */
export async function moveInClearOuts(
  tx: Tx,
  { organisationId }: OrganisationScope,
  from: string,
  to: string,
): Promise<void> {
  await sql`DELETE FROM clear_out_member gone WHERE organisation_id = ${organisationId} AND person_id = ${from}
    AND EXISTS (SELECT FROM clear_out_member kept WHERE kept.organisation_id = ${organisationId}
      AND kept.clear_out_id = gone.clear_out_id AND kept.person_id = ${to})`.execute(tx);
  await sql`DELETE FROM clear_out_answer gone WHERE organisation_id = ${organisationId} AND person_id = ${from}
    AND EXISTS (SELECT FROM clear_out_answer kept WHERE kept.organisation_id = ${organisationId}
      AND kept.item_id = gone.item_id AND kept.person_id = ${to})`.execute(tx);
  for (const table of ["clearOutMember", "clearOutAnswer"] as const)
    await tx
      .updateTable(table)
      .set({ personId: to })
      .where("organisationId", "=", organisationId)
      .where("personId", "=", from)
      .execute();
  await renameNamer(tx, { organisationId }, from, to);
}

async function renameNamer(
  tx: Tx,
  { organisationId }: OrganisationScope,
  from: string,
  to: string | null,
): Promise<void> {
  await tx
    .updateTable("clearOutItem")
    .set({ authorId: to })
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", from)
    .execute();
}

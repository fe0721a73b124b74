import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { WholeWords } from "~/platform/search/whole-words.ts";
import { heldNotice } from "../domain/held-letter.ts";
import { namedAfterSubject } from "../domain/round.ts";

type Own = OrganisationScope & { personId: string };

/** Asks another record of the same person instead. */
export async function giveRequest(
  tx: Tx,
  { organisationId }: OrganisationScope,
  requestId: string,
  personId: string,
): Promise<void> {
  await tx
    .updateTable("request")
    .set({ personId })
    .where("organisationId", "=", organisationId)
    .where("id", "=", requestId)
    .execute();
}

export async function dropRequest(
  tx: Tx,
  { organisationId }: OrganisationScope,
  requestId: string,
): Promise<void> {
  await tx
    .deleteFrom("request")
    .where("organisationId", "=", organisationId)
    .where("id", "=", requestId)
    .execute();
}

/** Ends every link of a person, and forgets when they were reminded and what waits to be written to them. */
export async function forgetLinks(tx: Tx, { organisationId, personId }: Own): Promise<void> {
  for (const table of ["invitation", "reminder", "heldLetter"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .execute();
}

/**
 * Leaves of a person in the rounds they took part in that somebody did, and of whom they managed or coached that
 * someone. Of which unit they were stays, for whose a round is.
 */
export async function forgetSubjects(
  tx: Tx,
  { organisationId, personId }: Own,
  pseudonym: string,
): Promise<void> {
  await tx
    .updateTable("subject")
    .set({ name: pseudonym, jobTitle: null, jobLevel: null, department: null, country: null })
    .set({ managerId: null, coachId: null, roleProfile: null })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
  for (const column of ["managerId", "coachId"] as const)
    await tx
      .updateTable("subject")
      .set({ [column]: null })
      .where("organisationId", "=", organisationId)
      .where(column, "=", personId)
      .execute();
}

/** Takes somebody's name out of the names of rounds that are called after them. */
export async function forgetInRoundNames(
  tx: Tx,
  { organisationId, personId }: Own,
  words: WholeWords,
  pseudonym: string,
): Promise<void> {
  const rows = await tx
    .selectFrom("round")
    .innerJoin("subject", (join) =>
      join
        .onRef("subject.organisationId", "=", "round.organisationId")
        .onRef("subject.roundId", "=", "round.id"),
    )
    .where("round.organisationId", "=", organisationId)
    .where("subject.organisationId", "=", organisationId)
    .where("subject.personId", "=", personId)
    .where("round.kind", "in", namedAfterSubject)
    .select(["round.id", "round.name"])
    .execute();
  for (const { id, name } of rows)
    await tx
      .updateTable("round")
      .set({ name: words.replacedIn(name, pseudonym) })
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .execute();
}

/** Takes names and addresses out of what waits to be written to others. */
export async function forgetInHeldLetters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  words: WholeWords,
  pseudonym: string,
): Promise<void> {
  const rows = await tx
    .selectFrom("heldLetter")
    .where("organisationId", "=", organisationId)
    .where("notice", "is not", null)
    .select(["id", "notice"])
    .execute();
  const hide = (text: string) => words.replacedIn(text, pseudonym);
  for (const { id, notice } of rows) {
    const { facts, words: said, ...rest } = heldNotice.parse(notice);
    const hidden = {
      ...rest,
      facts: mapped(facts, (fact) => (typeof fact === "string" ? hide(fact) : fact.map(hide))),
      words: mapped(said, hide),
    };
    await sql`
      UPDATE held_letter SET notice = ${JSON.stringify(hidden)}::jsonb
       WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid AND notice IS DISTINCT FROM ${JSON.stringify(hidden)}::jsonb
    `.execute(tx);
  }
}

function mapped<From, To>(record: Record<string, From>, to: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}

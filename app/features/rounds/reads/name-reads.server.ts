import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayRunRounds } from "../domain/may-run-rounds.ts";

/** What these rounds are called. For whoever runs rounds. */
export async function namesOfRounds(
  tx: Tx,
  actor: Actor,
  roundIds: readonly string[],
): Promise<Map<string, string>> {
  if (!mayRunRounds(actor)) return new Map();
  const rows = await tx
    .selectFrom("round")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", sql<string>`ANY(${roundIds}::uuid[])`)
    .select(["id", "name"])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What those are called whom rounds ask about. For whoever runs rounds. */
export async function namesOfSubjects(
  tx: Tx,
  actor: Actor,
  subjectIds: readonly string[],
): Promise<Map<string, string>> {
  if (!mayRunRounds(actor)) return new Map();
  const rows = await tx
    .selectFrom("subject")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .select(["id", "personId"])
    .execute();
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const names = await namesOfPeople(tx, actor, ids);
  return new Map(
    rows.flatMap(({ id, personId }) => {
      const name = names.get(personId);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}

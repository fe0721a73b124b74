import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Everybody of whom something stands in these rounds: whom they ask about or of, who manages and who coaches them. */
export async function peopleInRounds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  roundIds: readonly string[],
): Promise<string[]> {
  if (roundIds.length === 0) return [];
  const rounds = sql<string>`ANY(${roundIds}::uuid[])`;
  const subjects = await tx
    .selectFrom("subject")
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", rounds)
    .select(["personId", "managerId", "coachId"])
    .execute();
  const asked = await tx
    .selectFrom("request")
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", rounds)
    .select("personId")
    .distinct()
    .execute();
  const all = [
    ...subjects.flatMap(({ personId, managerId, coachId }) => [personId, managerId, coachId]),
    ...asked.map(({ personId }) => personId),
  ];
  return [...new Set(all.flatMap((id) => id ?? []))];
}

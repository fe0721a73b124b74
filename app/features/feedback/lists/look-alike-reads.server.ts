import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import {
  type Addressed,
  type Listed,
  type LookAlike,
  lookAlikesAmong,
  lookAlikesOnList,
} from "~/features/people/domain/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** By participant, and in it by the rater's person. */
export type LookAlikes = ReadonlyMap<string, ReadonlyMap<string, LookAlike>>;

/** Whose address or name on these participants' lists is like somebody else's. For HR, and for whoever agrees to a list. */
export async function lookAlikesOn(
  tx: Tx,
  scope: OrganisationScope,
  participantIds: readonly string[],
): Promise<LookAlikes> {
  const rows = await listed(tx, scope, participantIds);
  // The directory is long, and only people from outside are compared with it.
  const directory = rows.some((row) => row.outside) ? await activePeople(tx, scope) : [];
  const inDirectory = lookAlikesAmong(
    directory.map(({ id, name, email }) => ({ id, name, address: email })),
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.participantId)].map(([participantId, list]) => {
      const self = list.find((row) => row.self);
      const others = list.filter((row) => !row.self);
      const participant: Addressed = self ?? { id: participantId, name: "", address: null };
      return [participantId, lookAlikesOnList(participant, others, inDirectory)];
    }),
  );
}

export type OnSomeList = LookAlike & {
  participant: { id: string; name: string };
  who: { name: string; address: string | null };
};

/** Everyone from outside on a cycle's lists whose address or name is like somebody else's, by participant. HR only. */
export async function lookAlikesInCycle(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<OnSomeList[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  const outsiders = await tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", actor.organisationId)
    .where("rater.cycleId", "=", cycleId)
    .where("rater.state", "in", ["chosen", "invited"])
    .where("person.external", "=", true)
    .where("participant.withdrawn", "=", false)
    .select(["rater.participantId", "participant.name as participantName", "rater.personId"])
    .select(["person.name", "person.email"])
    .orderBy("participant.name")
    .orderBy("participant.id")
    .orderBy("person.name")
    .execute();
  const found = await lookAlikesOn(tx, actor, [
    ...new Set(outsiders.map(({ participantId }) => participantId)),
  ]);
  return outsiders.flatMap(({ participantId, participantName, personId, name, email }) => {
    const like = found.get(participantId)?.get(personId);
    if (!like) return [];
    const participant = { id: participantId, name: participantName };
    return [{ ...like, participant, who: { name, address: email } }];
  });
}

type Row = Listed & { participantId: string; self: boolean };

/** Everyone on these lists, and the participants themselves, with their addresses. */
async function listed(
  tx: Tx,
  { organisationId }: OrganisationScope,
  participantIds: readonly string[],
): Promise<Row[]> {
  if (participantIds.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT participant.id AS "participantId", person.id, person.name, person.email AS address,
           person.external AS outside, person.id = participant.person_id AS self
      FROM participant
      JOIN (SELECT organisation_id, participant_id, person_id FROM rater
             WHERE organisation_id = ${organisationId}::uuid AND state IN ('chosen', 'invited', 'declined')
               AND participant_id = ANY(${participantIds}::uuid[])
             UNION SELECT organisation_id, id, person_id FROM participant
             WHERE organisation_id = ${organisationId}::uuid AND id = ANY(${participantIds}::uuid[])) AS asked
        ON asked.organisation_id = participant.organisation_id AND asked.participant_id = participant.id
      JOIN person ON person.organisation_id = asked.organisation_id AND person.id = asked.person_id
     WHERE participant.organisation_id = ${organisationId}::uuid AND participant.id = ANY(${participantIds}::uuid[])
     ORDER BY person.name, person.id`.execute(tx);
  return rows;
}

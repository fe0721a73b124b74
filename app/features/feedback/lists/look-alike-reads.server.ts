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
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { listedRequests } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { lentRequests, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** By participant, and in it by the rater's person. */
export type LookAlikes = ReadonlyMap<string, ReadonlyMap<string, LookAlike>>;

/**
 * Whose address or name on these participants' lists is like somebody else's. For HR, and for whoever agrees to a list.
 */
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
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return [];
  const outsiders = await listedRequests(tx, actor, cycleId)
    .where("request.state", "in", ["chosen", "invited"])
    .where("person.external", "=", true)
    .where("subject.withdrawn", "=", false)
    .select(["subject.id as participantId", "subject.name as participantName"])
    .select(["request.personId", "person.name", "person.email"])
    .orderBy("subject.name")
    .orderBy("subject.id")
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
  scope: OrganisationScope,
  participantIds: readonly string[],
): Promise<Row[]> {
  if (participantIds.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT subject.id AS "participantId", person.id, person.name, person.email AS address,
           person.external AS outside, person.id = subject.person_id AS self
      FROM ${lentSubjects(scope)}
      JOIN (SELECT request.subject_id, request.person_id FROM ${lentRequests(scope)}
             WHERE request.state IN ('chosen', 'invited', 'declined') AND request.subject_id = ANY(${participantIds}::uuid[])
             UNION SELECT subject.id, subject.person_id FROM ${lentSubjects(scope)}
             WHERE subject.id = ANY(${participantIds}::uuid[])) AS asked ON asked.subject_id = subject.id
      JOIN ${lentPeople(scope)} ON person.id = asked.person_id
     ORDER BY person.name, person.id`.execute(tx);
  return rows;
}

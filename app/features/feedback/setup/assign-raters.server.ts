import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { askedAs, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { isEditable, isOwnList } from "~/features/rounds/domain/index.ts";
import { insertRequests, setLists } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { participantRow, raterRow } from "../cycle/participant-rows.ts";
import { insertParticipants, participantsOf } from "../cycle/participant-store.server.ts";

/** Who is to be rated by whom, when it was decided elsewhere. */
export type Assignment = {
  personId: string;
  raters: readonly { personId: string; relationship: Relationship }[];
};

/** Adds participants with exactly these raters, without suggestions. @returns participant ids by person id. */
export function assignRaters(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  assignments: readonly Assignment[],
) {
  const change = {
    may: mayRunRound,
    from: isEditable,
    late: "launched",
    did: "raters-assigned",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const wanted = new Set(
      assignments.flatMap(({ personId, raters }) => [
        personId,
        ...raters.map((rater) => rater.personId),
      ]),
    );
    const people = new Map(
      (await peopleByIds(tx, actor, [...wanted])).map((person) => [person.id, person]),
    );
    if (people.size < wanted.size) return refuse("no-person");
    const present = new Map(
      (await participantsOf(tx, cycle)).map((participant) => [
        participant.personId,
        participant.id,
      ]),
    );
    const ids = new Map(
      assignments.map(({ personId }) => [personId, present.get(personId) ?? newId()]),
    );
    const participants = [...ids].flatMap(([personId, id]) => {
      const person = people.get(personId);
      return !person || present.has(personId) ? [] : [{ ...participantRow(cycle, person), id }];
    });
    await insertParticipants(tx, participants);
    const raters = assignments.flatMap(({ personId, raters }) =>
      raters.map((rater) => {
        const outside = people.get(rater.personId)?.external ?? false;
        const relationship = askedAs({ external: outside }, rater.relationship);
        if (relationship === null) throw new Error("a colleague is not from outside");
        const byParticipant = isOwnList(actor, { personId });
        return raterRow(ids.get(personId) ?? "", { ...rater, relationship, byParticipant });
      }),
    );
    await insertRequests(tx, cycle, raters);
    const own = [...ids].filter(([personId]) => isOwnList(actor, { personId }));
    await setLists(
      tx,
      cycle,
      own.map(([, id]) => id),
      "shaped",
    );
    const detail = { participants: participants.length, raters: raters.length };
    return { ok: true, value: ids, detail };
  });
}

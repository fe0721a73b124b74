import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { askedAs, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { isEditable, isOwnList } from "~/features/rounds/domain/index.ts";
import { insertRequests, setLists } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { participantRow, raterRow } from "../cycle/participant-rows.ts";
import { insertParticipants, participantsOf } from "../cycle/participant-store.server.ts";

/** Who is to be rated by whom, when it was decided elsewhere. */
export type Assignment = {
  personId: string;
  raters: readonly { personId: string; relationship: Relationship }[];
};

/** Adds participants with exactly these raters, without suggestions. @returns participant ids by person id. */
export async function assignRaters(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  assignments: readonly Assignment[],
): Promise<Outcome<Map<string, string>, "not-allowed" | "unknown" | "launched" | "no-person">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!isEditable(cycle.state)) return refuse("launched");
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
    await recordAudit(platform, tx, actor, {
      action: "cycle.raters-assigned",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { participants: participants.length, raters: raters.length },
    });
    return accept(ids);
  });
}

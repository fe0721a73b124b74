import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/notifications/index.server.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type CycleRow,
  deleteParticipants,
  insertParticipants,
  insertRaters,
  lockCycle,
  participantsOf,
  ratersOf,
} from "./cycle-store.server.ts";
import { isEditable } from "./domain/cycle.ts";
import { suggestRaters } from "./domain/suggest-raters.ts";
import { nominationLetters } from "./nomination-letters.server.ts";
import { mayRunCycles } from "./policy.ts";

type Refusals = "not-allowed" | "unknown" | "launched";

/**
 * Makes exactly these people the participants of a cycle. New ones get raters suggested from the org tree;
 * those who stay keep their raters; those left out lose theirs.
 */
export async function chooseParticipants(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  personIds: readonly string[],
): Promise<Outcome<{ added: number; removed: number }, Refusals>> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!isEditable(cycle.state)) return refuse("launched");
    const wanted = new Set(personIds);
    const present = await participantsOf(tx, cycle);
    const leaving = present.filter((each) => !wanted.has(each.personId));
    await deleteParticipants(
      tx,
      cycle,
      leaving.map((each) => each.id),
    );
    const staying = new Set(present.map((each) => each.personId));
    const newcomers = await addParticipants(
      tx,
      cycle,
      [...wanted].filter((id) => !staying.has(id)),
    );
    const added = newcomers.length;
    // Everyone else was told when choosing began.
    if (cycle.state === "nominating") {
      const letters = await nominationLetters(platform, tx, cycle, newcomers);
      await queueMessages(platform, tx, cycle, letters);
    }
    await recordAudit(platform, tx, actor, {
      action: "cycle.participants-chosen",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { added, removed: leaving.length },
    });
    return accept({ added, removed: leaving.length });
  });
}

async function addParticipants(
  tx: Tx,
  cycle: CycleRow,
  personIds: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  const { organisationId } = cycle;
  const people = await activePeople(tx, cycle);
  const byId = new Map(people.map((person) => [person.id, person]));
  const load = new Map<string, number>();
  for (const { personId } of await ratersOf(tx, cycle))
    load.set(personId, (load.get(personId) ?? 0) + 1);
  const colleagues = people.map((person) => ({ ...person, hasAddress: person.email !== null }));
  const participants = personIds.flatMap((personId) => {
    const person = byId.get(personId);
    if (!person) return [];
    const { name, jobTitle, jobLevel, department, country, managerId } = person;
    return [
      {
        organisationId,
        id: newId(),
        cycleId: cycle.id,
        personId,
        name,
        jobTitle,
        jobLevel,
        department,
        country,
        managerId,
      },
    ];
  });
  await insertParticipants(tx, participants);
  const raters = participants.flatMap((participant) => {
    const self = colleagues.find((each) => each.id === participant.personId);
    if (!self) return [];
    const suggestions = suggestRaters(self, colleagues, load);
    for (const { personId } of suggestions) load.set(personId, (load.get(personId) ?? 0) + 1);
    return suggestions.map((suggestion) => ({
      organisationId,
      id: newId(),
      cycleId: cycle.id,
      participantId: participant.id,
      ...suggestion,
      state: "chosen",
    }));
  });
  await insertRaters(tx, raters);
  return participants;
}

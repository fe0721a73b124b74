import { organisationName, recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/notifications/index.server.ts";
import { activePeople, type DirectoryPerson } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type CycleRow,
  insertInvitations,
  lockCycle,
  moveRaters,
  participantsOf,
  ratersOf,
  updateCycle,
  updateParticipant,
} from "./cycle-store.server.ts";
import { stateAfter } from "./domain/cycle.ts";
import { type LaunchObstacle, launchObstacles } from "./domain/cycle-setup.ts";
import { invitationLetters } from "./invitation-letters.server.ts";
import { mayRunCycles } from "./policy.ts";
import { makePseudonymKey } from "./pseudonym.server.ts";
import { todayOf } from "./today.ts";

export type LaunchOutcome =
  | Outcome<{ invited: number }, "not-allowed" | "unknown" | "launched">
  | { ok: false; reason: "not-ready"; obstacles: LaunchObstacle[] };

/**
 * Asks every rater of a cycle to answer. People are written down as they are today, so that later moves
 * change nothing; the key of the pseudonyms is made; one message per rater is queued. All or nothing.
 */
export async function launchCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<LaunchOutcome> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx): Promise<LaunchOutcome> => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "launch");
    if (!state) return refuse("launched");
    const today = todayOf(platform);
    const obstacles = await obstaclesOf(tx, cycle, today);
    if (obstacles.length > 0) return { ok: false, reason: "not-ready", obstacles };
    const people = new Map((await activePeople(tx, actor)).map((person) => [person.id, person]));
    await takeSnapshot(tx, cycle, people);
    await makePseudonymKey(tx, cycle);
    const invited = await invite(platform, tx, actor, cycle, people);
    await moveRaters(tx, cycle, ["chosen"], "invited");
    await updateCycle(tx, cycle, { state, opensOn: today });
    await recordAudit(platform, tx, actor, {
      action: "cycle.launched",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { invited },
    });
    return accept({ invited });
  });
}

async function obstaclesOf(tx: Tx, cycle: CycleRow, today: string): Promise<LaunchObstacle[]> {
  const raters = await ratersOf(tx, cycle);
  const participants = (await participantsOf(tx, cycle)).map(({ id }) => {
    const own = raters.filter((rater) => rater.participantId === id);
    return {
      raters: own.length,
      others: own.filter((rater) => rater.relationship !== "self").length,
    };
  });
  return launchObstacles({ closesOn: cycle.closesOn, participants }, today);
}

async function takeSnapshot(
  tx: Tx,
  cycle: CycleRow,
  people: ReadonlyMap<string, DirectoryPerson>,
): Promise<void> {
  for (const participant of await participantsOf(tx, cycle)) {
    const person = people.get(participant.personId);
    if (!person) continue;
    const { name, jobTitle, jobLevel, department, country, managerId } = person;
    await updateParticipant(tx, cycle, participant.id, {
      name,
      jobTitle,
      jobLevel,
      department,
      country,
      managerId,
    });
  }
}

async function invite(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  cycle: CycleRow,
  people: ReadonlyMap<string, DirectoryPerson>,
): Promise<number> {
  const requests = new Map<string, number>();
  for (const { personId } of await ratersOf(tx, cycle))
    requests.set(personId, (requests.get(personId) ?? 0) + 1);
  const invitations = [...requests.keys()].map((personId) => ({
    organisationId: cycle.organisationId,
    id: newId(),
    cycleId: cycle.id,
    personId,
  }));
  await insertInvitations(tx, invitations);
  const guests = invitations.flatMap(({ id, personId }) => {
    const person = people.get(personId);
    if (!person?.email) return [];
    return [
      {
        invitationId: id,
        name: person.name,
        address: person.email,
        requests: requests.get(personId) ?? 0,
      },
    ];
  });
  const organisation = await organisationName(tx, actor);
  await queueMessages(
    platform,
    tx,
    cycle,
    await invitationLetters(platform, cycle, organisation, guests),
  );
  return guests.length;
}

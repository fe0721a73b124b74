import { notePassed, takeFreed } from "~/features/identity/index.server.ts";
import { queueSettledLetters } from "~/features/letters/index.server.ts";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import {
  type Guest,
  type HeldLetter,
  invitationFor,
  openInvitationsOf,
  queueNotices,
  requestLoad,
  sendInvitations,
  takeHeldLetters,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, lockCycle } from "../cycle/cycle-store.server.ts";
import { noticeNamed } from "./kinds.ts";
import { sendNewLinks } from "./new-link-letters.server.ts";

const AT_A_TIME = 200;

type Reachable = DirectoryPerson & { email: string };
type People = ReadonlyMap<string, Reachable>;

/**
 * Writes to everyone whose changed address may be written to since: that letters come here now, with a way to their
 * pages; what came due meanwhile; and their new link for every open round they are asked in, whether they answered or
 * not, so that it tells nobody. Safe to run at any time and twice. @returns how many people were freed.
 */
export async function sendHeldLetters(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  let freed = 0;
  let part: number;
  do {
    part = await inOrganisation(platform, scope, (tx) => sendPart(platform, tx, scope));
    freed += part;
  } while (part === AT_A_TIME);
  return freed;
}

async function sendPart(platform: Platform, tx: Tx, scope: OrganisationScope): Promise<number> {
  const now = platform.clock.now();
  await notePassed(tx, scope, now);
  const personIds = await takeFreed(tx, scope, now, AT_A_TIME);
  if (personIds.length === 0) return 0;
  const people = await reachable(tx, scope, personIds);
  const letters = (await takeHeldLetters(tx, scope, personIds)).filter(({ personId }) =>
    people.has(personId),
  );
  const ordinary = [...people.values()].filter(({ external }) => !external);
  await queueSettledLetters(platform, tx, scope, ordinary);
  for (const [cycleId, own] of byCycle(letters)) {
    const cycle = await lockCycle(tx, scope, cycleId);
    if (!cycle) continue;
    await invite(platform, tx, cycle, own, people);
    await notify(platform, tx, cycle, own);
  }
  const invited = new Set(letters.flatMap(({ notice, ...of }) => (notice ? [] : key(of))));
  const links = (await openInvitationsOf(tx, scope, [...people.keys()])).filter(
    ({ personId, round: cycle }) => !invited.has(key({ personId, roundId: cycle.id })),
  );
  await sendNewLinks(platform, tx, scope, links, people);
  return personIds.length;
}

async function reachable(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<People> {
  const found = await peopleByIds(tx, scope, personIds);
  return new Map(
    found.flatMap(({ email, ...person }) =>
      email !== null && person.status === "active" ? [[person.id, { ...person, email }]] : [],
    ),
  );
}

/** In the order of their ids, as whoever locks several cycles does. */
function byCycle(letters: readonly HeldLetter[]): [string, HeldLetter[]][] {
  const groups = [...Map.groupBy(letters, ({ roundId }) => roundId)];
  return groups.sort(([one], [other]) => (one < other ? -1 : 1));
}

function key({ personId, roundId }: { personId: string; roundId: string }): string {
  return `${personId} ${roundId}`;
}

/** Invitations of a round that still takes answers, to those still asked. */
async function invite(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  letters: readonly HeldLetter[],
  people: People,
): Promise<void> {
  if (cycle.state !== "collecting") return;
  const personIds = letters.flatMap(({ notice, personId }) => (notice ? [] : personId));
  const open = await openInvitationsOf(tx, cycle, personIds);
  const asked = new Set(
    open.filter((each) => each.round.id === cycle.id).map(({ personId }) => personId),
  );
  const load = await requestLoad(tx, cycle, cycle.id, personIds);
  const guests: Guest[] = [];
  for (const id of personIds) {
    const person = people.get(id);
    if (!person || !asked.has(id)) continue;
    const invitationId = await invitationFor(tx, cycle, id, platform.clock.now());
    const requests = Math.max(1, load.get(id)?.here ?? 0);
    const { name, email: address, language } = person;
    guests.push({ invitationId, name, address, language, requests });
  }
  await sendInvitations(platform, tx, cycle, guests);
}

/** Notices, each kind together; what is of no more use once a round closed is left out. */
async function notify(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  letters: readonly HeldLetter[],
): Promise<void> {
  const over = cycle.state === "closed" || cycle.state === "released";
  const due = letters.flatMap(({ notice, personId, untilClosed }) =>
    notice && !(untilClosed && over) ? [{ personId, notice, untilClosed }] : [],
  );
  const alike = Map.groupBy(due, ({ notice: { kind, dates }, untilClosed }) =>
    JSON.stringify([kind, dates, untilClosed]),
  );
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const { kind, dates } = first.notice;
    const recipients = group.map(({ personId, notice: { path, facts, count } }) => ({
      ...{ personId, path, facts, count },
    }));
    const notice = { kind: noticeNamed(kind), dates, untilClosed: first.untilClosed };
    await queueNotices(platform, tx, cycle, notice, recipients);
  }
}

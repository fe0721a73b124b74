import { notePassed, takeFreed } from "~/features/identity/index.server.ts";
import { queueSettledLetters, usualWording } from "~/features/letters/index.server.ts";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { HeldNotice } from "../domain/held-letter.ts";
import { isOver } from "../domain/round.ts";
import { openInvitationsOf } from "../reads/asked-reads.server.ts";
import { requestLoad } from "../reads/load-reads.server.ts";
import { invitationFor } from "../store/invitation-store.server.ts";
import { lockRound, type Round } from "../store/round-store.server.ts";
import { type HeldLetter, takeHeldLetters } from "./held-letter-store.server.ts";
import { type Guest, sendInvitations } from "./invitation-letters.server.ts";
import { roundNotice } from "./kinds.ts";
import { sendNewLinks } from "./new-link-letters.server.ts";
import { queueNotices } from "./notice-letters.server.ts";

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
  for (const [roundId, own] of byRound(letters)) {
    const round = await lockRound(tx, scope, roundId);
    if (!round) continue;
    await invite(platform, tx, round, own, people);
    await notify(platform, tx, round, own);
  }
  const invited = new Set(letters.flatMap(({ notice, ...of }) => (notice ? [] : key(of))));
  const links = (await openInvitationsOf(tx, scope, [...people.keys()])).filter(
    ({ personId, round }) => !invited.has(key({ personId, roundId: round.id })),
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

/** In the order of their ids, as whoever locks several rounds does. */
function byRound(letters: readonly HeldLetter[]): [string, HeldLetter[]][] {
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
  round: Round,
  letters: readonly HeldLetter[],
  people: People,
): Promise<void> {
  if (round.state !== "collecting") return;
  const personIds = letters.flatMap(({ notice, personId }) => (notice ? [] : personId));
  const open = await openInvitationsOf(tx, round, personIds);
  const asked = new Set(
    open.filter((each) => each.round.id === round.id).map(({ personId }) => personId),
  );
  const load = await requestLoad(tx, round, round.id, personIds);
  const guests: Guest[] = [];
  for (const id of personIds) {
    const person = people.get(id);
    if (!person || !asked.has(id)) continue;
    const invitationId = await invitationFor(tx, round, id, platform.clock.now());
    const requests = Math.max(1, load.get(id)?.here ?? 0);
    const { name, email: address, language } = person;
    guests.push({ invitationId, name, address, language, requests });
  }
  await sendInvitations(platform, tx, round, guests);
}

/** Notices, each kind together; what is of no more use once a round closed is left out. */
async function notify(
  platform: Platform,
  tx: Tx,
  round: Round,
  letters: readonly HeldLetter[],
): Promise<void> {
  const over = isOver(round.state);
  const due = letters.flatMap(({ notice, personId, untilClosed }) =>
    notice && !(untilClosed && over) ? [{ personId, notice, untilClosed }] : [],
  );
  const alike = Map.groupBy(due, ({ notice: { kind, dates }, untilClosed }) =>
    JSON.stringify([kind, dates, untilClosed]),
  );
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const { dates } = first.notice;
    const recipients = group.map(({ personId, notice: { path, facts, words, count } }) => ({
      ...{ personId, path, facts, words, count },
    }));
    const notice = { kind: kindOfHeld(group), dates, untilClosed: first.untilClosed };
    await queueNotices(platform, tx, round, notice, recipients);
  }
}

/** The kind of a notice that waited, which its words and what was kept for them say. */
function kindOfHeld(group: readonly { notice: HeldNotice }[]): KindOfLetter {
  const facts = group.flatMap(({ notice: { dates, facts, words } }) => [
    ...Object.keys({ ...dates, ...facts, ...words }),
  ]);
  const kind = roundNotice(group[0]?.notice.kind ?? "", ...new Set(facts));
  if (usualWording(kind, "en") === null) throw new Error(`unknown notice ${kind.name}`);
  return kind;
}

import type { Actor } from "~/features/identity/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { absencesOf } from "../absence/absence-reads.server.ts";
import { directReports } from "../colleague-reads.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { displayName } from "../domain/display-name.ts";
import { readHistory } from "../history/history-reads.server.ts";
import { mayChangePeople } from "../policy.ts";
import { directory } from "../standing-reads.server.ts";
import { keptPeople } from "../store.server.ts";
import { organisationZone } from "../zone-reads.server.ts";

type Found = { person: KeptPerson; name: string; today: string };

/** For the page that sets someone inactive or active again. HR only: null for everyone else. */
export function readLeavingPage(platform: Platform, actor: Actor, personId: string) {
  return withPerson(platform, actor, personId, async (tx, { person, name, today }) => {
    const standing = (await directory.standingOf(tx, actor, [personId])).get(personId);
    const { status, leavesOn, revision } = person;
    return {
      ...{ name, status, leavesOn, revision, today },
      inactiveSince: standing?.inactiveSince ?? null,
      team: await directReports(tx, actor, personId),
      self: actor.personId === personId,
    };
  });
}

/** For the page of when someone works. HR only: null for everyone else. */
export function readTimesPage(platform: Platform, actor: Actor, personId: string) {
  return withPerson(platform, actor, personId, async (tx, { person, name, today }) => ({
    ...{ name, today, revision: person.revision, workingDays: person.workingDays },
    absences: await absencesOf(tx, actor, personId),
  }));
}

/** For the page of someone's history. HR only: null for everyone else. */
export function readHistoryPage(platform: Platform, actor: Actor, personId: string, page: number) {
  return withPerson(platform, actor, personId, async (tx, { name }) => {
    const history = await readHistory(tx, actor, personId, page);
    return history && { name, page, ...history };
  });
}

async function withPerson<Page>(
  platform: Platform,
  actor: Actor,
  personId: string,
  read: (tx: Tx, found: Found) => Promise<Page>,
): Promise<Page | null> {
  if (!mayChangePeople(actor) || !isId(personId)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person || person.external) return null;
    const today = todayFor(platform, await organisationZone(tx, actor));
    return read(tx, { person, name: displayName(person), today });
  });
}

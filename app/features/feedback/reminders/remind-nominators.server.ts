import { holdsOn } from "~/features/identity/index.server.ts";
import { organisationZone, peopleByIds } from "~/features/people/index.server.ts";
import { nominationReason } from "~/features/rounds/domain/index.ts";
import {
  aloneInReminding,
  insertReminders,
  queueNotices,
  reminderKey,
} from "~/features/rounds/index.server.ts";
import { localTime, zoneAmong } from "~/platform/clock/zones.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nominationReminder, teamNominationReminder } from "../letters/kinds.ts";
import {
  type OpenList,
  openLists,
  toldOfNominatingSince,
} from "./nomination-reminder-reads.server.ts";

const JUST_TOLD_MS = 20 * 3_600_000;

/**
 * Asks for lists of raters that are due within two days and not handed in, once each: the participant, or the manager
 * where managers make them. One letter per person and cycle. @returns how many are told.
 */
export function remindNominators(platform: Platform, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const lists = await openLists(tx, scope);
    if (lists.length === 0) return 0;
    await aloneInReminding(tx, scope);
    const now = platform.clock.now();
    const here = await organisationZone(tx, scope);
    const personIds = [...new Set(lists.map((list) => list.personId))];
    const found = await peopleByIds(tx, scope, personIds);
    const holds = await holdsOn(tx, scope, personIds, now);
    const people = new Map(found.map((person) => [person.id, person]));
    const since = new Date(now.getTime() - JUST_TOLD_MS);
    const justTold = await toldOfNominatingSince(tx, scope, since);
    const due = [...firstLists(lists).values()].flatMap((list) => {
      const person = people.get(list.personId);
      if (person?.status !== "active" || !person.email || holds.has(person.id)) return [];
      if (justTold.has(`${list.cycle.id} ${person.email}`)) return [];
      const local = localTime(zoneAmong(person.timezone, here), now);
      const reason = nominationReason(list.cycle, local);
      if (reason === null) return [];
      const { organisationId } = scope;
      const row = { roundId: list.cycle.id, personId: person.id, reason };
      return [{ list, row: { organisationId, ...row, sentOn: local.date } }];
    });
    const added = await insertReminders(
      tx,
      due.map(({ row }) => row),
    );
    const fresh = due.filter(({ row }) => added.has(reminderKey(row))).map(({ list }) => list);
    let told = 0;
    for (const own of Map.groupBy(fresh, (list) => list.cycle.id).values()) {
      const cycle = own[0]?.cycle;
      if (!cycle) continue;
      for (const byManager of [false, true]) {
        const recipients = own
          .filter((list) => list.byManager === byManager)
          .map(({ personId, participantId }) => ({
            personId,
            path: byManager ? "/approvals" : `/nominations/${participantId}`,
          }));
        const kind = byManager ? teamNominationReminder : nominationReminder;
        const notice = { kind, dates: { date: cycle.nominateBy } };
        told += await queueNotices(platform, tx, cycle, notice, recipients);
      }
    }
    return told;
  });
}

function firstLists(lists: readonly OpenList[]): Map<string, OpenList> {
  const first = new Map<string, OpenList>();
  for (const list of lists) {
    const key = `${list.cycle.id} ${list.personId}`;
    if (!first.has(key)) first.set(key, list);
  }
  return first;
}

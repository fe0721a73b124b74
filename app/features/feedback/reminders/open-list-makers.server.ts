import { holdsOn } from "~/features/identity/index.server.ts";
import { whoDeclined } from "~/features/letters/index.server.ts";
import { isAtWork } from "~/features/people/domain/index.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
  workTimesOf,
} from "~/features/people/index.server.ts";
import type { LocalMoment } from "~/features/rounds/domain/index.ts";
import { insertReminders, queueNotices, reminderKey } from "~/features/rounds/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nominationReminder, teamNominationReminder } from "../letters/kinds.ts";
import type { OpenList } from "./nomination-reminder-reads.server.ts";

/** Whoever still has lists to hand in in a cycle, named by the first of them. */
export type ListMaker = {
  list: OpenList;
  email: string | null;
  /** Where they are; `off` on a day on which they don't work. */
  local: LocalMoment;
  /** Why nobody writes to them. */
  unreachable: "left" | "noAddress" | "declined" | "held" | null;
};

/** Who makes these lists, once for each cycle, with whether they can be written to now. */
export async function listMakers(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  lists: readonly OpenList[],
): Promise<ListMaker[]> {
  const now = platform.clock.now();
  const here = await organisationZone(tx, scope);
  const personIds = [...new Set(lists.map((list) => list.personId))];
  const found = await peopleByIds(tx, scope, personIds);
  const people = new Map(found.map((person) => [person.id, person]));
  const holds = await holdsOn(tx, scope, personIds, now);
  const times = await workTimesOf(tx, scope, personIds, daysAfter(todayOf(platform), -1));
  const declined = new Map<KindOfLetter, Set<string>>();
  for (const kind of [nominationReminder, teamNominationReminder])
    declined.set(kind, await whoDeclined(tx, scope, kind, personIds));
  return [...firstLists(lists).values()].flatMap((list): ListMaker[] => {
    const person = people.get(list.personId);
    if (!person) return [];
    const local = localTime(zoneAmong(person.timezone, here), now);
    const own = times.get(person.id);
    const off = own !== undefined && !isAtWork(own, local.date);
    const facts = {
      declines: declined.get(reminderOf(list))?.has(person.id) ?? false,
      held: holds.has(person.id),
    };
    const unreachable = whyNot(person, facts);
    return [{ list, email: person.email, local: { ...local, off }, unreachable }];
  });
}

function whyNot(
  { status, email }: Pick<DirectoryPerson, "status" | "email">,
  { declines, held }: { declines: boolean; held: boolean },
): ListMaker["unreachable"] {
  if (status !== "active") return "left";
  if (!email) return "noAddress";
  if (declines) return "declined";
  return held ? "held" : null;
}

const reminderOf = ({ byManager }: Pick<OpenList, "byManager">) =>
  byManager ? teamNominationReminder : nominationReminder;

/**
 * Remembers that makers of lists were reminded, each for its reason, and queues one letter for each whom nobody
 * reminded for it before. @returns how many are told.
 */
export async function remindMakers(
  platform: Platform,
  tx: Tx,
  { organisationId }: OrganisationScope,
  due: readonly { maker: ListMaker; reason: string }[],
): Promise<number> {
  const rows = due.map(({ maker: { list, local }, reason }) => ({
    list,
    row: {
      organisationId,
      roundId: list.cycle.id,
      personId: list.personId,
      reason,
      sentOn: local.date,
    },
  }));
  const added = await insertReminders(
    tx,
    rows.map(({ row }) => row),
  );
  const fresh = rows.filter(({ row }) => added.has(reminderKey(row))).map(({ list }) => list);
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
      const kind = reminderOf({ byManager });
      const notice = { kind, dates: { date: cycle.nominateBy } };
      told += await queueNotices(platform, tx, cycle, notice, recipients);
    }
  }
  return told;
}

function firstLists(lists: readonly OpenList[]): Map<string, OpenList> {
  const first = new Map<string, OpenList>();
  for (const list of lists) {
    const key = `${list.cycle.id} ${list.personId}`;
    if (!first.has(key)) first.set(key, list);
  }
  return first;
}

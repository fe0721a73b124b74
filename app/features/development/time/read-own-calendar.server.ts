import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds, todayWhere, zoneOf } from "~/features/people/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { cleanText } from "~/platform/http/clean-text.ts";
import { type CalendarFault, readCalendar } from "~/platform/tables/read-calendar.server.ts";
import { type SpentInWeeks, spentInWeeks } from "../domain/time/spent-in-weeks.ts";
import { mondayOf, type TimeKind, type TimeWeek, weekFault } from "../domain/time/time.ts";
import { insertKinds, putReading, putWeek, updateKind } from "./time-store.server.ts";
import { type HeldTime, noteOnTime, type Ticking, workOnTime } from "./work-on-time.server.ts";

export type CalendarRefusal = CalendarFault | "to-come" | "too-old" | "no-meetings" | "unknown";

/**
 * Reads some weeks of a calendar file of whoever asks. The file is in memory while it is read, and nowhere else; what
 * stays is what meetings were called and how long they took. Weeks written by hand stay as they are.
 */
export async function readOwnCalendar(
  platform: Ticking,
  actor: Actor,
  asked: { from: string; weeks: number },
  content: Uint8Array,
): Promise<Outcome<{ meetings: number }, CalendarRefusal>> {
  const { personId } = actor;
  if (personId === null) return refuse("unknown");
  const [today, here, addresses] = await inOrganisation(platform, actor, async (tx) => {
    const [person] = await peopleByIds(tx, actor, [personId]);
    const own = person?.email ? [person.email.toLowerCase()] : [];
    return [await todayWhere(platform, tx, actor), await zoneOf(tx, actor, personId), own] as const;
  });
  const from = mondayOf(asked.from);
  const until = daysAfter(from, 7 * asked.weeks);
  const fault =
    weekFault("from", asked.from, today) ?? weekFault("from", daysAfter(until, -7), today);
  if (fault) return refuse(fault.code);
  const reading = await readCalendar(content, { from, until, addresses, here, owner: personId });
  if (!reading.ok) return refuse(reading.reason);
  const { meetings, left } = reading;
  const spent = spentInWeeks(
    meetings.map(({ title, ...each }) => ({ ...each, title: title && cleanText(title) })),
    { from, weeks: asked.weeks, zone: here },
  );
  if (spent.meetings === 0) return refuse("no-meetings");
  const kept = await workOnTime<{ meetings: number }>(platform, actor, async (held) => {
    const byHand = await keep(held, spent);
    const { meetings: counted, rare, overlapMinutes } = spent;
    await putReading(held.tx, actor, personId, {
      ...{ readOn: held.today, weekOn: from, weeks: asked.weeks, meetings: counted, ...left },
      ...{ rare, overlapMinutes, byHand },
    });
    await noteOnTime(platform, held, "read");
    return { ok: true, value: { meetings: counted } };
  });
  return kept.ok ? kept : refuse("unknown");
}

/** @returns how many of the weeks were written by hand, and stayed. */
async function keep(held: HeldTime, spent: SpentInWeeks): Promise<number> {
  const { tx, actor, personId, weeks } = held;
  const kinds = await kindsFor(held, spent.titles);
  let byHand = 0;
  for (const week of spent.weeks) {
    const before = weeks.find(({ weekOn }) => weekOn === week.weekOn);
    if (before?.source === "hand") {
      byHand += 1;
      continue;
    }
    await putWeek(tx, actor, personId, {
      ...{ id: newId(), weekOn: week.weekOn, source: "calendar", revision: 1 },
      ...{ managing: 0, leading: 0, neither: 0 },
      spent: week.spent.flatMap(({ series, minutes, meetings }) => {
        const kindId = kinds.get(series);
        return kindId === undefined ? [] : [{ kindId, minutes, meetings }];
      }),
    } satisfies TimeWeek);
  }
  return byHand;
}

/** The kind of each series: what was put to a hat once stays there. */
async function kindsFor(
  { tx, actor, personId, kinds }: HeldTime,
  titles: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const known = new Map(kinds.map((kind) => [kind.series, kind]));
  const fresh: TimeKind[] = [];
  for (const [series, title] of titles) {
    const before = known.get(series);
    if (!before) fresh.push({ id: newId(), series, title, hat: null });
    else if (before.title !== title) await updateKind(tx, actor, before.id, { title });
  }
  await insertKinds(tx, actor, personId, fresh);
  return new Map([...kinds, ...fresh].map(({ series, id }) => [series, id]));
}

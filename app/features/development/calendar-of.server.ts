import type { CalendarEntries, CalendarEntry } from "~/platform/feature/calendar-entry.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { chartersOf } from "./charter/charter-store.server.ts";
import { registerOf } from "./delegations/delegation-store.server.ts";
import { openAreas } from "./domain/plan/plan.ts";
import { practiceMoments } from "./domain/practice/practice-moments.ts";
import { storedPlan } from "./plan/plan-store.server.ts";
import { ownPracticesOf } from "./practice/work-on-practice.server.ts";

/** A practice is a moment: it takes nobody longer. */
const PRACTICE_MINUTES = 10;

/** When a practice is due, days in a plan and in a charter, and decisions to look at again; never what any of it is. */
export const calendarOf: CalendarEntries = async (platform, tx, reader) => {
  const { personId, zone } = reader;
  const t = readerTexts().getFixedT(null, "plan", "calendar");
  const entries: CalendarEntry[] = [];
  const { open, absences } = await ownPracticesOf(platform, tx, reader);
  if (open)
    for (const { day, from } of practiceMoments(open, { zone, absences }))
      entries.push({
        ...{ id: `practice ${open.id} ${day}`, title: t("practice"), path: "/plan/practice" },
        at: { from, minutes: PRACTICE_MINUTES },
      });
  const plan = await storedPlan(tx, reader, { openOf: personId });
  const areas = plan ? openAreas(plan) : [];
  for (const { id, dueOn } of areas)
    if (dueOn) entries.push(onDay(`plan ${id}`, t("goal"), dueOn, "/plan"));
  for (const { id, areaId, status, ownerId, dueOn } of plan?.actions ?? [])
    if (dueOn && status === "open" && ownerId === null && areas.some((area) => area.id === areaId))
      entries.push(onDay(`plan ${id}`, t("action"), dueOn, "/plan"));
  for (const { id, isHandedOver, reviewOn } of (await registerOf(tx, reader, personId)).delegations)
    if (isHandedOver && reviewOn)
      entries.push(onDay(`decision ${id}`, t("decision"), reviewOn, "/plan/decisions"));
  const [charter] = await chartersOf(tx, reader, personId);
  if (charter?.state === "signed" && charter.reviewOn)
    entries.push(onDay(`charter ${charter.id}`, t("charter"), charter.reviewOn, "/charter"));
  return entries;
};

function onDay(id: string, title: string, day: string, path: string): CalendarEntry {
  return { id, title, at: { day }, path };
}

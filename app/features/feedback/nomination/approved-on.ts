import { daysAfter } from "~/platform/calendar/days.ts";
import { dateIn } from "~/platform/clock/zones.ts";

type HandedIn = {
  handedInAt: Date | null;
  /** Days after which a list counts as approved; null: never by itself. */
  afterDays: number | null;
  /** The organisation's time zone. */
  zone: string;
};

/** The calendar date from which a list that nobody decides on counts as approved. */
export function approvedOn({ handedInAt, afterDays, zone }: HandedIn): string | null {
  if (handedInAt === null || afterDays === null) return null;
  return daysAfter(dateIn(zone, handedInAt), afterDays);
}

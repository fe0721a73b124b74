import { dateIn, zoneAmong } from "../calendar/zones.ts";
import type { Clock } from "./clock.ts";

/** The calendar date now, in UTC, as "2026-03-02". */
export function todayOf({ clock }: { clock: Clock }): string {
  return clock.now().toISOString().slice(0, 10);
}

/** The calendar date now where someone is. An unknown zone counts as UTC. */
export function todayFor({ clock }: { clock: Clock }, zone: string): string {
  return dateIn(zoneAmong(zone), clock.now());
}

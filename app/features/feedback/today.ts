import type { Clock } from "~/platform/clock/clock.ts";

/** The calendar date now, in UTC, as "2026-03-02". */
export function todayOf({ clock }: { clock: Clock }): string {
  return clock.now().toISOString().slice(0, 10);
}

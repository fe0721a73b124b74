import { type TimeHat, type TimeKind, type TimeWeek, timeHats } from "./time.ts";

/** Minutes of each hat, and of what is put to none yet. */
export type HatMinutes = Record<TimeHat | "open", number>;

export type WeekBalance = Pick<TimeWeek, "id" | "weekOn" | "source"> & { minutes: HatMinutes };

/** Which hat more time goes to; `open` where what is put to none yet could turn it, `none` without either. */
export type Tilt = "managing" | "leading" | "even" | "open" | "none";

export type TimeBalance = {
  weeks: WeekBalance[];
  /** Of all weeks together. */
  total: HatMinutes;
  tilt: Tilt;
};

/** Closer than this part of both hats together, they are even: nobody's calendar is kept to the minute. */
export const EVEN_WITHIN = 0.1;

const NOTHING: HatMinutes = { managing: 0, leading: 0, neither: 0, open: 0 };
const parts = [...timeHats, "open"] as const;

/** Where the time of some weeks went. */
export function timeBalance(weeks: readonly TimeWeek[], kinds: readonly TimeKind[]): TimeBalance {
  const hats = new Map(kinds.map(({ id, hat }) => [id, hat]));
  const shown = weeks.map(({ id, weekOn, source, spent, ...byHand }) => {
    const { managing, leading, neither } = byHand;
    const minutes: HatMinutes = { managing, leading, neither, open: 0 };
    for (const each of spent) minutes[hats.get(each.kindId) ?? "open"] += each.minutes;
    return { id, weekOn, source, minutes };
  });
  const total = { ...NOTHING };
  for (const { minutes } of shown) for (const part of parts) total[part] += minutes[part];
  return { weeks: shown, total, tilt: tiltOf(total) };
}

function tiltOf({ managing, leading, open }: HatMinutes): Tilt {
  if (managing + leading + open === 0) return "none";
  const more = Math.abs(managing - leading);
  const even = EVEN_WITHIN * (managing + leading);
  if (more <= even) return open > even ? "open" : "even";
  // Were all of it of the hat with less: would that still have less?
  if (open >= more - EVEN_WITHIN * (managing + leading + open)) return "open";
  return managing > leading ? "managing" : "leading";
}

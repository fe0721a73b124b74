import { earliest } from "~/platform/calendar/earliest.ts";

/** What a round may come to by the clock alone. Dates are calendar days, read where people are. */
export type RoundByTheClock =
  | { state: "collecting" }
  | {
      state: "nominating";
      nominateBy: string | null;
      /**
       * When a list that becomes approved by itself was first handed in, and after how many days it does; null: none.
       */
      handedIn: { at: Date; approveAfterDays: number } | null;
    }
  | { state: "closed"; releaseOn: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days begin this long before UTC's in the first zone, and end this long after in the last. */
const FIRST_ZONE_MS = 14 * HOUR_MS;
const LAST_ZONE_MS = 12 * HOUR_MS;
/** Lists are asked for again within so many days of the last one (`nominationReason`). */
const ASKED_FOR_DAYS = 2;

/**
 * When somebody has to look at an organisation's rounds again although nobody changes anything; null when never. Rather
 * too early than too late: while answers come in, at every time; otherwise from the moment on at which the first day
 * begins anywhere.
 */
export function nextLook(rounds: readonly RoundByTheClock[], now: Date): Date | null {
  return earliest(rounds.flatMap((round) => looksAt(round, now)));
}

function looksAt(round: RoundByTheClock, now: Date): Date[] {
  const notBeforeNow = (time: number) => new Date(Math.max(time, now.getTime()));
  switch (round.state) {
    case "collecting":
      return [now];
    case "closed":
      return [notBeforeNow(Date.parse(round.releaseOn) - FIRST_ZONE_MS)];
    case "nominating": {
      const { handedIn, nominateBy } = round;
      const looks: Date[] = [];
      if (handedIn)
        looks.push(notBeforeNow(handedIn.at.getTime() + handedIn.approveAfterDays * DAY_MS));
      if (nominateBy !== null) {
        const day = Date.parse(nominateBy);
        if (now.getTime() < day + DAY_MS + LAST_ZONE_MS)
          looks.push(notBeforeNow(day - ASKED_FOR_DAYS * DAY_MS - FIRST_ZONE_MS));
      }
      return looks;
    }
  }
}

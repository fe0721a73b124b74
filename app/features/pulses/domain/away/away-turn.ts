import { daysAfter } from "~/platform/calendar/days.ts";
import type { PulseState } from "../pulse.ts";
import { type Away, overlap } from "./absence.ts";

/** For so long what was told before is held against who would be asked now. */
const HELD_DAYS = 365;

/** An away test of somebody, with who was asked as far as it is still known. */
export type AwayBefore = Away & {
  state: PulseState;
  askedOn: string;
  asked: number;
  people: readonly string[];
};

export type AwayTurn =
  | { kind: "now" }
  /** One is being answered or counted. */
  | { kind: "running" }
  /** About this absence they were asked. */
  | { kind: "asked" }
  /** So few of the team came or went that two tellings beside each other could tell what one of them said. */
  | { kind: "nearly-same"; from: string };

/**
 * Whether a team may be asked now. What was told of two teams differs by what those said who are in one of them alone:
 * that is nobody, or at least the minimum. One that was called off told nothing.
 */
export function awayTurn(
  team: readonly string[],
  before: readonly AwayBefore[],
  { today, minimum, away }: { today: string; minimum: number; away: Away | null },
): AwayTurn {
  const held = before.filter(({ state }) => state !== "called-off");
  if (held.some(({ state }) => state !== "done")) return { kind: "running" };
  if (away && held.some((each) => overlap(each, away))) return { kind: "asked" };
  const until = held
    .filter((each) => {
      const few = changedSince(team, each);
      return few > 0 && few < minimum;
    })
    .map(({ askedOn }) => daysAfter(askedOn, HELD_DAYS))
    .filter((day) => day > today)
    .toSorted();
  const from = until.at(-1);
  return from === undefined ? { kind: "now" } : { kind: "nearly-same", from };
}

/** How many were asked then or would be now, and not both; whoever was erased since was asked then. */
function changedSince(team: readonly string[], { asked, people }: AwayBefore): number {
  const then = new Set(people);
  const erased = Math.max(0, asked - then.size);
  return then.symmetricDifference(new Set(team)).size + erased;
}

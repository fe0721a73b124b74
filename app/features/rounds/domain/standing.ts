import { type CycleState, takesAnswers } from "./cycle.ts";

/** Where a request stands for the one who was asked. Only an open one takes answers. */
export type Standing = "open" | "not-open" | "paused" | "closed" | "withdrawn" | "declined";

/** Why a request takes no answers. */
export type Shut = Exclude<Standing, "open">;

type Facts = {
  raterState: string;
  participantWithdrawn: boolean;
  cycleState: CycleState;
  closesOn: string | null;
  paused: boolean;
};

/** @param today the calendar date where the rater is, as "2026-03-02". */
export function standingOf(facts: Facts, today: string): Standing {
  const { raterState, participantWithdrawn, cycleState } = facts;
  if (raterState === "declined") return "declined";
  if (raterState === "withdrawn" || participantWithdrawn) return "withdrawn";
  if (cycleState === "draft" || cycleState === "nominating" || raterState === "chosen")
    return "not-open";
  if (cycleState !== "collecting" || raterState === "ended") return "closed";
  const cycle = { state: cycleState, closesOn: facts.closesOn, paused: false };
  if (!takesAnswers(cycle, today)) return "closed";
  return facts.paused ? "paused" : "open";
}

import { type RoundState, takesAnswers } from "./round.ts";

/** Where a request stands for the one who was asked. Only an open one takes answers. */
export type Standing =
  | "open"
  | "not-open"
  | "paused"
  | "closed"
  | "called-off"
  | "withdrawn"
  | "declined";

/** Why a request takes no answers. */
export type Shut = Exclude<Standing, "open">;

/** What those who were asked are told of a round that was called off. */
export type CalledOff = { round: string; reason: string };

type Facts = {
  requestState: string;
  subjectWithdrawn: boolean;
  roundState: RoundState;
  closesOn: string | null;
  paused: boolean;
};

/** @param today the calendar date where the rater is, as "2026-03-02". */
export function standingOf(facts: Facts, today: string): Standing {
  const { requestState, subjectWithdrawn, roundState } = facts;
  if (roundState === "called-off") return "called-off";
  if (requestState === "declined") return "declined";
  if (requestState === "withdrawn" || subjectWithdrawn) return "withdrawn";
  if (roundState === "draft" || roundState === "nominating" || requestState === "chosen")
    return "not-open";
  if (roundState !== "collecting" || requestState === "ended") return "closed";
  const round = { state: roundState, closesOn: facts.closesOn, paused: false };
  if (!takesAnswers(round, today)) return "closed";
  return facts.paused ? "paused" : "open";
}

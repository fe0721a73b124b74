import { z } from "zod";
import { type CycleKind, cycleKinds, needsOthers } from "./cycle-kind.ts";

export const cycleName = z.string().trim().min(1).max(120);

/** The details HR fills in before launch. */
export const cycleDetails = z.object({
  name: cycleName,
  kind: z.enum(cycleKinds),
  instrumentId: z.uuid(),
});

/** Whom a copy asks: those suggested from the org tree as it is now, or those who were asked last time. */
export const RATERS_OF_COPY = ["suggested", "last-time"] as const;

/** What stands in the way of launching, in the order of the steps. Empty means ready. */
export type LaunchObstacle =
  | "no-participants"
  | "moved-out"
  | "no-raters"
  | "only-self"
  | "over-cap"
  | "no-dates"
  | "closes-in-the-past"
  | "no-release-date";

/** What a launch depends on, counted. */
export type LaunchFacts = {
  kind: CycleKind;
  closesOn: string | null;
  releaseMode: string;
  releaseOn: string | null;
  participants: number;
  /** Participants whom somebody is asked about, and those whom somebody else is asked about. */
  rated: number;
  ratedByOthers: number;
  /** Participants who left the units of whoever launches, by name; nobody where no limit is. */
  movedOut: readonly string[];
  /** People who would get more requests than the cap allows. */
  overCap: number;
};

/** @param today the calendar date where the organisation is. */
export function launchObstacles(facts: LaunchFacts, today: string): LaunchObstacle[] {
  const obstacles: LaunchObstacle[] = [];
  if (facts.participants === 0) obstacles.push("no-participants");
  else if (facts.rated === 0) obstacles.push("no-raters");
  else if (needsOthers(facts.kind) && facts.ratedByOthers === 0) obstacles.push("only-self");
  if (facts.movedOut.length > 0) obstacles.push("moved-out");
  if (facts.overCap > 0) obstacles.push("over-cap");
  if (facts.closesOn === null) obstacles.push("no-dates");
  else if (facts.closesOn <= today) obstacles.push("closes-in-the-past");
  if (facts.releaseMode === "date" && facts.releaseOn === null) obstacles.push("no-release-date");
  return obstacles;
}

import { z } from "zod";
import { type CycleKind, cycleKinds, needsOthers } from "./cycle-kind.ts";

/** The details HR fills in before launch. */
export const cycleDetails = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(cycleKinds).default("360"),
  instrumentId: z.uuid(),
});

/** What stands in the way of launching, in the order of the steps. Empty means ready. */
export type LaunchObstacle =
  | "no-participants"
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
  /** People who would get more requests than the cap allows. */
  overCap: number;
};

/** @param today the calendar date where the organisation is. */
export function launchObstacles(facts: LaunchFacts, today: string): LaunchObstacle[] {
  const obstacles: LaunchObstacle[] = [];
  if (facts.participants === 0) obstacles.push("no-participants");
  else if (facts.rated === 0) obstacles.push("no-raters");
  else if (needsOthers(facts.kind) && facts.ratedByOthers === 0) obstacles.push("only-self");
  if (facts.overCap > 0) obstacles.push("over-cap");
  if (facts.closesOn === null) obstacles.push("no-dates");
  else if (facts.closesOn <= today) obstacles.push("closes-in-the-past");
  if (facts.releaseMode === "date" && facts.releaseOn === null) obstacles.push("no-release-date");
  return obstacles;
}

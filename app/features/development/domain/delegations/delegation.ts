import { z } from "zod";
import { daysAfter } from "~/platform/calendar/days.ts";

/** How much whoever makes a decision is free: most first. */
export const degrees = ["decide-and-tell", "recommend", "ask-first"] as const;
export type Degree = (typeof degrees)[number];

export const stepKinds = ["handed-over", "taken-back", "reviewed"] as const;
export type StepKind = (typeof stepKinds)[number];

/** A decision that somebody makes, or that others make for them. */
export type Delegation = {
  id: string;
  decision: string;
  /** Who could make it or does, in words: a person, a team, a role. Empty while nobody is in sight. */
  owner: string;
  degree: Degree;
  isHandedOver: boolean;
  /** When to look at it again. */
  reviewOn: string | null;
  revision: number;
};

export type DelegationStep = {
  id: string;
  delegationId: string;
  kind: StepKind;
  takenOn: string;
  /** To whom it went, or why it came back. */
  words: string;
};

export const LONGEST_DECISION = 300;
export const LONGEST_OWNER = 120;
export const LONGEST_WHY = 1_000;
/** More than anybody can look at again. */
export const MOST_DELEGATIONS = 100;
/** Unless a day is chosen: long enough for others to have decided a few times. */
export const REVIEW_AFTER_MONTHS = 3;

/** A decision as it is typed. */
export const delegationInput = z.object({
  decision: z.string().trim().min(1).max(LONGEST_DECISION),
  owner: z.string().trim().max(LONGEST_OWNER).default(""),
  degree: z.enum(degrees),
  reviewOn: z.iso.date().optional(),
});
export type DelegationForm = z.output<typeof delegationInput>;
export type DelegationFacts = Pick<Delegation, "decision" | "owner" | "degree" | "reviewOn">;

const LONGEST_DAYS = 2 * 366;

type Fault = { field: "owner" | "reviewOn"; code: "missing" | "past" | "too-far" };

/**
 * What was typed, or what of it can't be. What somebody else decides has somebody who does. A day that is over may stay
 * where it stood: then it is time to look.
 */
export function readDelegation(
  { decision, owner, degree, reviewOn: day }: DelegationForm,
  {
    today,
    before,
  }: { today: string; before: Pick<Delegation, "reviewOn" | "isHandedOver"> | null },
): { facts: DelegationFacts; problems: Fault[] } {
  const reviewOn = day ?? null;
  const problems: Fault[] = [];
  if (before?.isHandedOver && owner === "") problems.push({ field: "owner", code: "missing" });
  if (reviewOn !== null && reviewOn !== (before?.reviewOn ?? null)) {
    if (reviewOn < today) problems.push({ field: "reviewOn", code: "past" });
    else if (reviewOn > daysAfter(today, LONGEST_DAYS))
      problems.push({ field: "reviewOn", code: "too-far" });
  }
  return { facts: { decision, owner, degree, reviewOn }, problems };
}

/** Whether it is time to look at what was handed over. */
export function isDue(
  { isHandedOver, reviewOn }: Pick<Delegation, "isHandedOver" | "reviewOn">,
  today: string,
): boolean {
  return isHandedOver && reviewOn !== null && reviewOn <= today;
}

/** What was pressed last, if that was today. */
export function lastToday<Step extends { delegationId: string; takenOn: string }>(
  steps: readonly Step[],
  delegationId: string,
  today: string,
): Step | undefined {
  const last = steps.filter((each) => each.delegationId === delegationId).at(-1);
  return last?.takenOn === today ? last : undefined;
}

import { z } from "zod";
import type { Actor } from "~/features/identity/domain/index.ts";
import { monthsAfter } from "~/platform/calendar/days.ts";

/** What can stop. */
export const needlessKinds = ["meeting", "report", "other"] as const;
export type NeedlessKind = (typeof needlessKinds)[number];

export const needlessStates = ["named", "stopped", "stays"] as const;
export type NeedlessState = (typeof needlessStates)[number];

/** How what was stopped stands a month later, as somebody sees it. */
export const stoppedAnswers = ["stayed", "back"] as const;
export type StoppedAnswer = (typeof stoppedAnswers)[number];

/** A leader and those they asked name what nobody needs. */
export type ClearOut = {
  id: string;
  leaderId: string;
  begunOn: string;
  /** From then on nothing more is named. */
  closedOn: string | null;
};

export type Needless = {
  id: string;
  /** Who named it; null once they were erased. */
  authorId: string | null;
  kind: NeedlessKind;
  words: string;
  why: string;
  state: NeedlessState;
  decidedOn: string | null;
  checkOn: string | null;
  answers: { personId: string; answer: StoppedAnswer }[];
};

export type ClearOutMember = { personId: string; nothingOn: string | null };

export const LONGEST_NEEDLESS = 200;
export const LONGEST_REASON = 500;
/** By one person: more is a list that nobody decides on. */
export const MOST_NAMED = 10;
export const CHECK_AFTER_MONTHS = 1;

/** What is named, as it is typed. */
export const needlessInput = z.object({
  kind: z.enum(needlessKinds),
  words: z.string().trim().min(1).max(LONGEST_NEEDLESS),
  why: z.string().trim().max(LONGEST_REASON).default(""),
});
export type NeedlessForm = z.output<typeof needlessInput>;

/** As what somebody reads a clear-out. */
export type ClearOutReader = "leader" | "member";

/**
 * Who reads a clear-out: who leads it, and whoever was asked, as long as they report to that leader. Nobody else does:
 * not whoever leads the leader, not HR, not who came later. Whoever left reads none.
 */
export function readerOfClearOut(
  { personId, role }: Pick<Actor, "personId" | "role">,
  { leaderId }: Pick<ClearOut, "leaderId">,
  { memberIds, managerId }: { memberIds: readonly string[]; managerId: string | null },
): ClearOutReader | null {
  if (role === "leaver" || personId === null) return null;
  if (personId === leaderId) return "leader";
  return memberIds.includes(personId) && managerId === leaderId ? "member" : null;
}

/** When to look whether what stops today stayed stopped. */
export function checkAfter(today: string): string {
  return monthsAfter(today, CHECK_AFTER_MONTHS);
}

/** Whether it is time to look whether something stayed stopped. */
export function isToCheck({ checkOn }: Pick<Needless, "checkOn">, today: string): boolean {
  return checkOn !== null && checkOn <= today;
}

/** Who is asked whether it stayed stopped: who decided that, and who had named it. */
export function isAsked(
  { authorId }: Pick<Needless, "authorId">,
  { leaderId }: Pick<ClearOut, "leaderId">,
  personId: string,
): boolean {
  return personId === leaderId || personId === authorId;
}

/** What those who answered say of something that was stopped; null while nobody has. */
export function verdictOn(answers: Needless["answers"]): StoppedAnswer | "both" | null {
  const said = new Set(answers.map(({ answer }) => answer));
  if (said.size > 1) return "both";
  return answers[0]?.answer ?? null;
}

import { z } from "zod";

/** Why someone would rather not give feedback, in the order in which they are offered. */
export const declineReasons = ["contact", "conflict", "time", "involved", "other"] as const;

/** Where nobody is asked why. */
const UNSAID = "unsaid";

/** Whether they say why in a round of a kind: not of a suggestion or a manager's absence, which are nobody's duty. */
export function isAskedWhy(kind: string): boolean {
  return kind !== "suggestion" && kind !== "away";
}

/** The same of one request: nor where it is about nobody but somebody's own work. */
export function isAskedWhyOf(request: { roundKind: string; relationship: string | null }): boolean {
  return request.relationship !== null && isAskedWhy(request.roundKind);
}

export type DeclineReason = (typeof declineReasons)[number] | typeof UNSAID;

export type Declined = { reason: DeclineReason; text: string };

const LONGEST_TEXT = 400;

export function isDeclineReason(value: unknown): value is DeclineReason {
  return value === UNSAID || declineReasons.some((reason) => reason === value);
}

/** What someone chose and typed. */
export const declineInput = z.object({
  reason: z.enum(declineReasons, "reason"),
  text: z.string().trim().max(LONGEST_TEXT, "too-long").default(""),
});

/** What is kept of somebody who is not asked why. */
export const declinedUnsaid: Declined = { reason: UNSAID, text: "" };

/** As it is stored: the reason's word, then what was typed on lines of its own. */
export function storedDecline({ reason, text }: Declined): string {
  return text === "" ? reason : `${reason}\n${text}`;
}

/** Reads what was stored; null where nothing was. */
export function declineOf(stored: string | null): Declined | null {
  if (stored === null) return null;
  const [word = "", ...lines] = stored.split("\n");
  return isDeclineReason(word)
    ? { reason: word, text: lines.join("\n") }
    : { reason: "other", text: stored };
}

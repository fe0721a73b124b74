import { createHash } from "node:crypto";
import { type CycleState, isEditable } from "../domain/cycle.ts";

/** When a letter's wording may change: until the launch, or for what still leaves while answers are taken. */
export type LetterPhase = "before" | "running" | "over";

export function letterPhase(state: CycleState): LetterPhase {
  if (isEditable(state)) return "before";
  return state === "collecting" ? "running" : "over";
}

/** What a form was made from, so that a change made meanwhile is noticed; a launch is one. */
export function letterMark(
  { state }: { state: CycleState },
  { subject, body }: { subject: string; body: string },
): string {
  const made = JSON.stringify([letterPhase(state), subject, oneKind(body)]);
  return createHash("sha256").update(made).digest("base64url");
}

/** Forms send line ends of their own. */
export function oneKind(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

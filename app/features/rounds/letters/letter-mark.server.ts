import { createHash } from "node:crypto";
import { letterPhase } from "../domain/letter-phase.ts";
import type { RoundState } from "../domain/round.ts";

/** What a form was made from, so that a change made meanwhile is noticed; a launch is one. */
export function letterMark(
  { state }: { state: RoundState },
  { subject, body }: { subject: string; body: string },
): string {
  const made = JSON.stringify([letterPhase(state), subject, oneKind(body)]);
  return createHash("sha256").update(made).digest("base64url");
}

/** Forms send line ends of their own. */
export function oneKind(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

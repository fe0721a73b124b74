import type { Platform } from "~/platform/platform.server.ts";
import { saveAnswers, submitAnswers } from "../answering/answer.server.ts";
import type { RaterActor } from "../domain/rater.ts";

type Refused = { ok: false; reason: string };

/** The value of an outcome that must not be a refusal. */
export function accepted<Value>(outcome: { ok: true; value: Value } | Refused): Value {
  required(outcome);
  return outcome.value;
}

/** Fails on a refusal. */
export function required<Result extends { ok: true }>(
  outcome: Result | Refused,
): asserts outcome is Result {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
}

/** A whole answer: the same rating for every item that takes it, with the rest declined; then sent. */
export async function answer(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  given: { ratings?: readonly number[]; comments?: Record<string, string> } = {},
): Promise<void> {
  const ratings = given.ratings ?? [1];
  const fields = Array.from({ length: 60 }, (_, item): [string, string] => [
    `item-${item}`,
    String(ratings[item % ratings.length]),
  ]);
  const comments = Object.entries(given.comments ?? {}).map(([key, text]): [string, string] => [
    `comment-${key}`,
    text,
  ]);
  accepted(await saveAnswers(platform, rater, requestId, [...fields, ...comments]));
  required(await submitAnswers(platform, rater, requestId, true));
}

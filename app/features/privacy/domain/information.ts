/** For whom a text is: whoever has an account, whoever answers by link, whoever others are asked about. */
export const AUDIENCES = ["members", "raters", "participants"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whether a text is shown and no more, or has to be agreed to. */
export const MODES = ["shown", "agreed"] as const;
export type Mode = (typeof MODES)[number];

export function isAudience(word: unknown): word is Audience {
  return AUDIENCES.some((each) => each === word);
}

/** A published version. `again`: it is shown to those as well who know an earlier one. */
export type Version = { number: number; mode: Mode; again: boolean };

/** What somebody was shown or agreed to, and did not take back. */
export type Answer = { number: number; agreed: boolean };

/** The version that holds; null before the first. */
export function newest<Any extends { number: number }>(versions: readonly Any[]): Any | null {
  return versions.toSorted((one, other) => other.number - one.number)[0] ?? null;
}

/**
 * The version that somebody has to see before they go on; null where none is. What has to be agreed to waits for
 * whoever was only shown an earlier one.
 */
export function whatWaits<Any extends Version>(
  versions: readonly Any[],
  answers: readonly Answer[],
): Any | null {
  const holds = newest(versions);
  if (holds === null) return null;
  const known = newest(answers.filter(({ agreed }) => agreed || holds.mode === "shown"));
  const isKnown =
    known !== null && !versions.some(({ number, again }) => again && number > known.number);
  return isKnown ? null : holds;
}

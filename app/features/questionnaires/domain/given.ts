/** One person's answer to one item. */
export type Given = {
  /** For items whose answer is a small whole number. */
  rating: number | null;
  cantSay: boolean;
  /** Everything else, by part of the item; "" is the item itself. */
  texts: Readonly<Partial<Record<string, string>>>;
};

/** What became of one field that was sent: what to keep, null for nothing, or what is wrong with it. */
export type Taken =
  | { ok: true; value: number | string | null }
  | { ok: false; problem: AnswerProblemCode };

/** What can be wrong with a field. */
export type AnswerProblemCode =
  | "not-an-answer"
  | "too-long"
  | "not-a-number"
  | "not-a-date"
  | "place-twice";

export const keep = (value: number | string | null): Taken => ({ ok: true, value });
export const name = (problem: AnswerProblemCode): Taken => ({ ok: false, problem });

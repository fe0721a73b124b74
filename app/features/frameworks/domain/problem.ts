export type ProblemCode =
  | "behaviour-without-competency"
  | "does-not-fit"
  | "duplicate-key"
  | "empty-section"
  | "items-out-of-order"
  | "name-in-self"
  | "name-not-once"
  | "one-voice"
  | "section-mismatch"
  | "stray-braces"
  | "translates-itself"
  | "translates-nothing"
  | "unknown-behaviour"
  | "unknown-competency"
  | "unknown-hat"
  | "unknown-item"
  | "unknown-section"
  | "untranslated"
  | "wrong-framework";

/** What is wrong in a file whose shape is right. `at` is the path to the place, such as "items.3.behaviour". */
export interface Problem {
  code: ProblemCode;
  at: string;
}

/** One "duplicate-key" problem for every key that was already used further up. */
export function duplicateKeys(
  entries: readonly { key: string }[],
  at: (index: number) => string,
): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key }, index) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [{ code: "duplicate-key" as const, at: at(index) }] : [];
  });
}

/** What the page of a cycle can be told by an action that leads to it. */
export const said = ["launched", "opened", "closing", "released"] as const;

/** Why an action was refused, in words that the namespace has. */
export const refusals = [
  "launched",
  "not-draft",
  "not-collecting",
  "not-closed",
  "not-ready",
  "no-participants",
  "no-date",
] as const;

export type Said = (typeof said)[number];
export type RefusalWord = (typeof refusals)[number];

/** Where a cycle's page is, with word of what was just done or why it was not. */
export function cyclePath(
  cycleId: string,
  word: { said?: Said; refused?: RefusalWord } = {},
): string {
  const query = new URLSearchParams(word).toString();
  return query ? `/cycles/${cycleId}?${query}` : `/cycles/${cycleId}`;
}

/** Reads that word; anything else in an address means nothing. */
export function wordsIn(parameters: URLSearchParams): {
  said: Said | null;
  refused: RefusalWord | null;
} {
  return {
    said: said.find((word) => word === parameters.get("said")) ?? null,
    refused: refusals.find((word) => word === parameters.get("refused")) ?? null,
  };
}

/** What was done to a round, as its page says it. */
export const saidOfRounds = [
  ...(["edited", "launched", "paused", "resumed", "extended", "closed", "called-off"] as const),
  ...(["archived", "unarchived", "named", "taken-out"] as const),
];

/** Why it was not done. */
export const refusedOfRounds = [
  ...(["launched", "not-collecting", "not-over", "not-a-draft", "changed"] as const),
  ...(["concluded", "gone", "outside-units", "not-ready"] as const),
];
export type RefusedOfRound = (typeof refusedOfRounds)[number];

export function isRefusal(word: string): word is RefusedOfRound {
  return refusedOfRounds.some((each) => each === word);
}

/** What an address says was done or refused. */
export function wordsIn(query: URLSearchParams) {
  return {
    said: saidOfRounds.find((word) => word === query.get("said")) ?? null,
    refused: refusedOfRounds.find((word) => word === query.get("refused")) ?? null,
  };
}

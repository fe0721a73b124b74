/** What the page of a cycle can be told by an action that leads to it; texts in "feedback-hr". */
const firstSaid = ["launched", "opened", "closing", "released"] as const;

/** The same, of a cycle that runs; texts in "cycle-running". */
const runningSaid = [
  "extended",
  "paused",
  "resumed",
  "reopened",
  "scoring",
  "reminded",
  "withdrawn",
  "readmitted",
  "coached",
  "uncoached",
  "letter-saved",
] as const;

export const said = [...firstSaid, ...runningSaid] as const;

const firstRefusals = [
  "launched",
  "not-draft",
  "not-collecting",
  "not-closed",
  "not-ready",
  "no-participants",
  "no-date",
] as const;

const runningRefusals = [
  "changed",
  "not-waiting",
  "paused",
  "withdrawn-already",
  "not-withdrawn",
  "coaches-release",
  "released-already",
  "self",
  "no-coach",
] as const;

/** Why an action was refused, in words that the namespaces have. */
export const refusals = [...firstRefusals, ...runningRefusals] as const;

export type Said = (typeof said)[number];
export type RefusalWord = (typeof refusals)[number];

/** Which namespace has a word's text. */
export function namespaceOf(word: Said | RefusalWord): "feedback-hr" | "cycle-running" {
  const first = [...firstSaid, ...firstRefusals].some((each) => each === word);
  return first ? "feedback-hr" : "cycle-running";
}

/**
 * Where a cycle's page is, with word of what was just done, to how many it could not be (`held`), or why it was not.
 */
export function cyclePath(
  cycleId: string,
  { held = 0, ...word }: { said?: Said; refused?: RefusalWord; held?: number } = {},
): string {
  const parameters = { ...word, ...(held > 0 ? { held: String(held) } : {}) };
  const query = new URLSearchParams(parameters).toString();
  return query ? `/cycles/${cycleId}?${query}` : `/cycles/${cycleId}`;
}

/** Reads that word; anything else in an address means nothing. */
export function wordsIn(parameters: URLSearchParams): {
  said: Said | null;
  refused: RefusalWord | null;
  /** How many were not written to because their address was changed. */
  held: number;
} {
  const held = Number(parameters.get("held"));
  return {
    held: Number.isInteger(held) && held > 0 ? held : 0,
    said: said.find((word) => word === parameters.get("said")) ?? null,
    refused: refusals.find((word) => word === parameters.get("refused")) ?? null,
  };
}

/** Whether a reason is one that the page of a cycle can explain. */
export function isRefusalWord(reason: string): reason is RefusalWord {
  return refusals.some((word) => word === reason);
}

/** Where a participant's page in a cycle is, with such a word. */
export function participantPath(
  cycleId: string,
  participantId: string,
  word: { said?: Said; refused?: RefusalWord } = {},
): string {
  const query = new URLSearchParams(word).toString();
  const path = `/cycles/${cycleId}/participants/${participantId}`;
  return query ? `${path}?${query}` : path;
}

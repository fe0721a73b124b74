/** What the page of a cycle can be told by an action that leads to it, by where the cycle stands then. */
export const said = [
  // Raters are asked for.
  ...(["opened", "launched"] as const),
  // Answers come in.
  ...([
    "paused",
    "resumed",
    "extended",
    "reminded",
    "nominators-reminded",
    "letter-saved",
    "letter-tested",
  ] as const),
  ...(["withdrawn", "readmitted"] as const),
  // It closes.
  ...(["closing", "reopened", "scoring"] as const),
  // Reports are there.
  ...(["coached", "uncoached", "released"] as const),
  // It is over, or gone.
  ...(["called-off", "archived", "unarchived", "deleted"] as const),
] as const;

/** Why an action was refused, in the same order. */
export const refusals = [
  ...(["changed", "outside-units"] as const),
  ...(["launched", "not-draft", "not-ready", "no-participants", "no-date"] as const),
  ...([
    "not-collecting",
    "not-nominating",
    "paused",
    "withdrawn-already",
    "not-withdrawn",
  ] as const),
  "not-waiting",
  ...(["self", "no-coach", "report-released", "released-already"] as const),
  ...(["not-closed", "coaches-release"] as const),
  ...(["not-a-draft", "not-running", "not-over"] as const),
] as const;

export type Said = (typeof said)[number];
export type RefusalWord = (typeof refusals)[number];

/** Of how many it holds that was done, or could not be; each by the name under which the page says it. */
export const counted = [
  "told",
  "inTheMorning",
  "notNow",
  "already",
  "held",
  "left",
  "noAddress",
  "declined",
] as const;
export type Counted = Partial<Record<(typeof counted)[number], number>>;

/** Where a cycle's page is, with word of what was just done and to how many, or why it was not. */
export function cyclePath(
  cycleId: string,
  { counts = {}, ...word }: { said?: Said; refused?: RefusalWord; counts?: Counted } = {},
): string {
  const query = new URLSearchParams(word);
  for (const each of counted) if (counts[each]) query.set(each, String(counts[each]));
  return query.size > 0 ? `/cycles/${cycleId}?${query}` : `/cycles/${cycleId}`;
}

/** Reads that word; anything else in an address means nothing. */
export function wordsIn(parameters: URLSearchParams): {
  said: Said | null;
  refused: RefusalWord | null;
  counts: Counted;
} {
  const numbers = counted.map((each) => [each, Number(parameters.get(each))] as const);
  return {
    counts: Object.fromEntries(
      numbers.filter(([, number]) => Number.isSafeInteger(number) && number > 0),
    ),
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

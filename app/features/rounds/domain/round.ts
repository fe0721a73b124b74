/** What a round is of; the feature of each adds its own half. */
export type RoundKind = "feedback" | "assessment" | "pulse" | "suggestion" | "away";

/** Those that are named after whom they ask about, by the product and by nobody who could word it otherwise. */
export const namedAfterSubject: readonly RoundKind[] = ["pulse", "suggestion", "away"];

/** What records call a round of each kind. */
export const recordedAs: Readonly<Record<RoundKind, string>> = {
  feedback: "cycle",
  assessment: "assessment",
  pulse: "pulse",
  suggestion: "suggestion",
  away: "away",
};

/** Where a round stands. It moves forward; the one way back leads from a closing that has not begun to score. */
export const roundStates = [
  "draft",
  "nominating",
  "collecting",
  "closing",
  "closed",
  "released",
  "called-off",
] as const;

export type RoundState = (typeof roundStates)[number];

export type RoundStep =
  | "open-nominations"
  | "launch"
  | "close"
  | "reopen"
  | "finish-scoring"
  | "release"
  | "settle"
  | "call-off";

const steps: Record<RoundStep, { from: readonly RoundState[]; to: RoundState }> = {
  "open-nominations": { from: ["draft"], to: "nominating" },
  launch: { from: ["draft", "nominating"], to: "collecting" },
  close: { from: ["collecting"], to: "closing" },
  reopen: { from: ["closing"], to: "collecting" },
  "finish-scoring": { from: ["closing"], to: "closed" },
  release: { from: ["closed"], to: "released" },
  // Of named work, of which there is nothing to score.
  settle: { from: ["collecting"], to: "closed" },
  "call-off": { from: ["nominating", "collecting"], to: "called-off" },
};

/** The state after a step, or null when the step is not possible from here. */
export function stateAfter(state: RoundState, step: RoundStep): RoundState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

export function isRoundState(value: string): value is RoundState {
  return roundStates.some((state) => state === value);
}

export function isCollecting(state: RoundState): boolean {
  return state === "collecting";
}

/** Scored, with reports that wait to be released. */
export function isClosed(state: RoundState): boolean {
  return state === "closed";
}

/** Nobody is asked anything any more, and nothing is being made. */
export function isOver(state: RoundState): boolean {
  return state === "closed" || state === "released" || state === "called-off";
}

/** Who coaches whom may change as long as reports wait to be made or released. */
export function takesCoaches(state: RoundState): boolean {
  return state !== "released" && state !== "called-off";
}

/** Settings may change until people were asked to answer. */
export function isEditable(state: RoundState): boolean {
  return state === "draft" || state === "nominating";
}

/**
 * Answers are taken while a round collects and is not paused, until its closing date has ended where the rater is.
 * @param today the calendar date where the rater is, as "2026-03-02".
 */
export function takesAnswers(
  round: { state: RoundState; closesOn: string | null; paused: boolean },
  today: string,
): boolean {
  return round.state === "collecting" && !round.paused && !isPastClosing(round, today);
}

/** Whether the closing date has ended, by the calendar of wherever `today` was read. */
export function isPastClosing({ closesOn }: { closesOn: string | null }, today: string): boolean {
  return closesOn !== null && closesOn < today;
}

/** Where a cycle stands. It moves forward; the one way back leads from a closing that has not begun to score. */
export const cycleStates = [
  "draft",
  "nominating",
  "collecting",
  "closing",
  "closed",
  "released",
] as const;

export type CycleState = (typeof cycleStates)[number];

export type CycleStep =
  | "open-nominations"
  | "launch"
  | "close"
  | "reopen"
  | "finish-scoring"
  | "release";

const steps: Record<CycleStep, { from: readonly CycleState[]; to: CycleState }> = {
  "open-nominations": { from: ["draft"], to: "nominating" },
  launch: { from: ["draft", "nominating"], to: "collecting" },
  close: { from: ["collecting"], to: "closing" },
  reopen: { from: ["closing"], to: "collecting" },
  "finish-scoring": { from: ["closing"], to: "closed" },
  release: { from: ["closed"], to: "released" },
};

/** The state after a step, or null when the step is not possible from here. */
export function stateAfter(state: CycleState, step: CycleStep): CycleState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

export function isCycleState(value: string): value is CycleState {
  return cycleStates.some((state) => state === value);
}

export function isCollecting(state: CycleState): boolean {
  return state === "collecting";
}

/** Scored, with reports that wait to be released. */
export function isClosed(state: CycleState): boolean {
  return state === "closed";
}

/** Settings may change until people were asked to answer. */
export function isEditable(state: CycleState): boolean {
  return state === "draft" || state === "nominating";
}

/**
 * Answers are taken while a cycle collects and is not paused, until its closing date has ended where the rater is.
 * @param today the calendar date where the rater is, as "2026-03-02".
 */
export function takesAnswers(
  cycle: { state: CycleState; closesOn: string | null; paused: boolean },
  today: string,
): boolean {
  return cycle.state === "collecting" && !cycle.paused && !isPastClosing(cycle, today);
}

/** Whether the closing date has ended, by the calendar of wherever `today` was read. */
export function isPastClosing({ closesOn }: { closesOn: string | null }, today: string): boolean {
  return closesOn !== null && closesOn < today;
}

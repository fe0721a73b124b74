import { type CycleState, takesAnswers } from "./cycle.ts";

export type AskedRequest = {
  cycleId: string;
  cycleName: string;
  cycleState: CycleState;
  closesOn: string | null;
  paused: boolean;
  state: string;
};

/** Requests of one cycle that somebody has not answered and still can. */
export type WaitingRequests = {
  cycleId: string;
  cycleName: string;
  count: number;
  closesOn: string | null;
};

/** What somebody is still asked, by cycle, the first to close first. `today` is a calendar date where they are. */
export function requestsWaiting(
  requests: readonly AskedRequest[],
  today: string,
): WaitingRequests[] {
  const left = requests.filter(
    ({ state, cycleState, closesOn, paused }) =>
      state !== "done" && takesAnswers({ state: cycleState, closesOn, paused }, today),
  );
  return [...Map.groupBy(left, (each) => each.cycleId).values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { cycleId, cycleName, closesOn } = first;
      return [{ cycleId, cycleName, closesOn, count: own.length }];
    })
    .sort((a, b) => earlierDate(a.closesOn, b.closesOn));
}

/** Sorts by calendar date, what has none last. */
export function earlierDate(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

import { type RoundState, takesAnswers } from "./round.ts";

export type AskedRequest = {
  roundId: string;
  roundName: string;
  roundState: RoundState;
  closesOn: string | null;
  paused: boolean;
  state: string;
};

/** Requests of one round that somebody has not answered and still can. */
export type WaitingRequests = {
  roundId: string;
  roundName: string;
  count: number;
  closesOn: string | null;
};

/** What somebody is still asked, by round, the first to close first. `today` is a calendar date where they are. */
export function requestsWaiting(
  requests: readonly AskedRequest[],
  today: string,
): WaitingRequests[] {
  const left = requests.filter(
    ({ state, roundState, closesOn, paused }) =>
      state !== "done" && takesAnswers({ state: roundState, closesOn, paused }, today),
  );
  return [...Map.groupBy(left, (each) => each.roundId).values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { roundId, roundName, closesOn } = first;
      return [{ roundId, roundName, closesOn, count: own.length }];
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

import { isRouteErrorResponse } from "react-router";

export type SwitchTo = { id: string; name: string };

/** What went wrong, where the server said more of it than a status. */
export type ToldProblem =
  | { problem: "suspended"; organisation: string; why: string }
  | { problem: "stale-form"; current: string; other: SwitchTo | null; path: string };

/** What an error says of itself; null where that is no more than its status. */
export function toldProblem(error: unknown): ToldProblem | null {
  if (!isRouteErrorResponse(error)) return null;
  const told = error.data as Partial<ToldProblem> | null;
  return told?.problem === "suspended" || told?.problem === "stale-form"
    ? (told as ToldProblem)
    : null;
}

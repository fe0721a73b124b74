import { redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import { isRefusal } from "../components/assessments/round-words.ts";
import { roundPath } from "../paths/assessment-paths.ts";

/**
 * Where a change leads that came too late: to the round as it is now, with why.
 * @throws a 404 for what this actor may not know of.
 */
export function leadToRound(roundId: string, reason: string): Response {
  if (!isRefusal(reason)) throw notFound();
  return redirect(roundPath(roundId, { refused: reason }));
}

import { redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import { cyclePath, isRefusalWord, type RefusalWord } from "../components/hr/notices.ts";

/**
 * Where a change leads that came too late, so that no form can put it right: to a page as it is now, with why.
 * @param pathOf where that is; the cycle's own page unless given.
 * @throws a 404 for what this actor may not know of.
 */
export function leadToCycle(
  cycleId: string,
  reason: string,
  pathOf = (word: { refused: RefusalWord }) => cyclePath(cycleId, word),
): Response {
  if (!isRefusalWord(reason)) throw notFound();
  return redirect(pathOf({ refused: reason }));
}

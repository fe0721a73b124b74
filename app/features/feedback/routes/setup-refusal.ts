import { redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import { cyclePath } from "../components/hr/notices.ts";

/** Where a refused change of a cycle's settings leads: out of the steps when it was launched meanwhile. */
export function setupRefusal(
  reason: "not-allowed" | "unknown" | "launched",
  cycleId: string,
): Response {
  return reason === "launched" ? redirect(cyclePath(cycleId, { refused: "launched" })) : notFound();
}

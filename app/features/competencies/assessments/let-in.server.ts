import type { RouterContextProvider } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";

/** Whoever may run this round of assessments. */
export function requireAssessmentRunner(
  context: Readonly<RouterContextProvider>,
  request: Request,
  roundId: string,
): Promise<Actor> {
  return requireRunner(context, request, roundId, "assessment");
}

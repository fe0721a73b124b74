import type { RouterContextProvider } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { roundToRun } from "./store/assessment-reads.server.ts";

/** Whoever may run this round of assessments. A round of another kind is none here, whoever runs it. */
export async function requireAssessmentRunner(
  context: Readonly<RouterContextProvider>,
  request: Request,
  roundId: string,
): Promise<Actor> {
  const actor = await requireRunner(context, request, roundId);
  const round = await inOrganisation(getPlatform(context), actor, (tx) =>
    roundToRun(tx, actor, roundId),
  );
  if (!round) throw notFound();
  return actor;
}

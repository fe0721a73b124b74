import { levelledFramework } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { AssessmentHalf } from "../store/assessment-store.server.ts";
import type { AssessmentInput } from "./assessment-input.ts";

const LONGEST_DAYS = 366;

type Read =
  | { ok: true; half: Omit<AssessmentHalf, "launchedOn"> }
  | { ok: false; problems: Problem[] };

/** What a round is to be, held to the framework as it is now and to the calendar of the organisation. */
export async function readSetup(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  { framework: asked, which, competencies, purposes, closesOn }: AssessmentInput,
): Promise<Read> {
  const problems: Problem[] = [];
  const framework = await levelledFramework(tx, actor, asked);
  if (!framework) return { ok: false, problems: [{ field: "framework", code: "unknown" }] };
  const today = todayFor(platform, await organisationZone(tx, actor));
  if (closesOn < today) problems.push({ field: "closesOn", code: "in-the-past" });
  if (closesOn > daysAfter(today, LONGEST_DAYS))
    problems.push({ field: "closesOn", code: "too-late" });
  const wanted = new Set(competencies);
  const chosen = framework.competencies.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  if (which === "chosen" && chosen.length === 0)
    problems.push({ field: "competencies", code: "missing" });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    half: {
      ...{ framework: framework.framework, version: framework.version, purposes },
      competencies: which === "chosen" ? chosen : null,
    },
  };
}

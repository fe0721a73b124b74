import { instrumentById } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle, updateCycle } from "./cycle-store.server.ts";
import { isEditable } from "./domain/cycle.ts";
import { checkDates, cycleDates, cycleDetails, invitationWording } from "./domain/cycle-setup.ts";
import { mayRunCycles } from "./policy.ts";
import { todayOf } from "./today.ts";

export type FieldProblem = { field: string; problem: string };
export type EditOutcome =
  | Outcome<void, "not-allowed" | "unknown" | "launched">
  | { ok: false; reason: "fields"; problems: FieldProblem[] };

export type CycleChanges =
  | { part: "details"; name: unknown; instrumentId: unknown }
  | { part: "dates"; nominateBy: unknown; closesOn: unknown }
  | { part: "invitation"; subject: unknown; body: unknown };

type Columns = Parameters<typeof updateCycle>[2];

/** Changes one part of a cycle before launch. Names each field that can't be used; then nothing is changed. */
export async function editCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  changes: CycleChanges,
): Promise<EditOutcome> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  const read = readChanges(changes, todayOf(platform));
  if ("problems" in read) return { ok: false, reason: "fields", problems: read.problems };
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!isEditable(cycle.state)) return refuse("launched");
    const { instrumentId } = read.columns;
    if (typeof instrumentId === "string" && !(await instrumentById(tx, actor, instrumentId)))
      return refuse("unknown");
    await updateCycle(tx, cycle, read.columns);
    await recordAudit(platform, tx, actor, {
      action: "cycle.edited",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { part: changes.part },
    });
    return { ok: true };
  });
}

function readChanges(
  changes: CycleChanges,
  today: string,
): { columns: Columns } | { problems: FieldProblem[] } {
  if (changes.part === "details") {
    const parsed = cycleDetails.safeParse(changes);
    return parsed.success ? { columns: parsed.data } : { problems: fieldsOf(parsed.error.issues) };
  }
  if (changes.part === "invitation") {
    const parsed = invitationWording.safeParse(changes);
    if (!parsed.success) return { problems: fieldsOf(parsed.error.issues) };
    return {
      columns: { invitationSubject: parsed.data.subject, invitationBody: parsed.data.body },
    };
  }
  const parsed = cycleDates.safeParse({
    nominateBy: changes.nominateBy || null,
    closesOn: changes.closesOn,
  });
  if (!parsed.success) return { problems: fieldsOf(parsed.error.issues) };
  const problems = checkDates(parsed.data, today);
  return problems.length > 0 ? { problems } : { columns: parsed.data };
}

/** zod's issues by field; too long is told apart from missing or malformed. */
function fieldsOf(issues: readonly { path: PropertyKey[]; code: string }[]): FieldProblem[] {
  return issues.map(({ path, code }) => ({
    field: String(path[0]),
    problem: code === "too_big" ? "too-long" : "missing",
  }));
}

import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { isMeasured } from "~/features/questionnaires/index.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { keepRelationships } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { type CycleKind, relationshipsOf } from "../domain/cycle-kind.ts";
import { cycleDetails } from "../domain/cycle-setup.ts";
import { readRaterRules } from "../domain/rater-rules.ts";
import { readTimeline, type TypedTimeline } from "../domain/timeline.ts";
import { kindOf, suggestFor } from "../lists/suggest-for.server.ts";

export type FieldProblem = { field: string; problem: string };
export type EditOutcome =
  | Outcome<void, "not-allowed" | "unknown" | "launched">
  | { ok: false; reason: "fields"; problems: FieldProblem[] };

export type CycleChanges =
  | { part: "details"; name: unknown; kind?: unknown; instrumentId: unknown }
  | { part: "raters"; form: { get(name: string): unknown } }
  | ({ part: "dates" } & TypedTimeline);

type Columns = Parameters<typeof updateCycle>[2];
type Read = { columns: Columns } | { problems: FieldProblem[] };

/** Changes one part of a cycle before launch. Names each field that can't be used; then nothing is changed. */
export async function editCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  changes: CycleChanges,
): Promise<EditOutcome> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx): Promise<EditOutcome> => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!isEditable(cycle.state)) return refuse("launched");
    const today = todayFor(platform, await organisationZone(tx, actor));
    const read = readChanges(changes, kindOf(cycle), today);
    if ("problems" in read) return { ok: false, reason: "fields", problems: read.problems };
    const { instrumentId, kind } = read.columns;
    if (typeof instrumentId === "string") {
      const found = await instrumentById(tx, actor, instrumentId);
      if (!found || !isMeasured(found.instrument)) return refuse("unknown");
    }
    await updateCycle(tx, cycle, read.columns);
    if (kind !== undefined && kind !== cycle.kind) await followKind(tx, cycle, kind as CycleKind);
    await recordAudit(platform, tx, actor, {
      action: "cycle.edited",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { part: changes.part },
    });
    return { ok: true };
  });
}

/** Raters the new kind doesn't ask are taken off; those it asks besides are suggested. */
async function followKind(tx: Tx, cycle: CycleRow, kind: CycleKind): Promise<void> {
  const before = relationshipsOf(kindOf(cycle));
  const now = relationshipsOf(kind);
  await keepRelationships(tx, cycle, now);
  const further = now.filter((relationship) => !before.includes(relationship));
  if (further.length === 0) return;
  await suggestFor(tx, { ...cycle, kind }, await participantsOf(tx, cycle), further);
}

function readChanges(changes: CycleChanges, kind: CycleKind, today: string): Read {
  switch (changes.part) {
    case "details": {
      const parsed = cycleDetails.safeParse({ ...changes, kind: changes.kind ?? kind });
      return parsed.success
        ? { columns: parsed.data }
        : { problems: fieldsOf(parsed.error.issues) };
    }
    case "raters": {
      const read = readRaterRules(changes.form, kind);
      if (!read.ok) return read;
      const { raterLimits, ...rules } = read.rules;
      return { columns: { ...rules, raterLimits: JSON.stringify(raterLimits) } };
    }
    case "dates": {
      const read = readTimeline(changes, today);
      return read.ok ? { columns: read.timeline } : read;
    }
  }
}

/** zod's issues by field; too long is told apart from missing or malformed. */
function fieldsOf(issues: readonly { path: PropertyKey[]; code: string }[]): FieldProblem[] {
  return issues.map(({ path, code }) => ({
    field: String(path[0]),
    problem: code === "too_big" ? "too-long" : "missing",
  }));
}

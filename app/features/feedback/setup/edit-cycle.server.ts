import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { suitsFeedback } from "~/features/questionnaires/index.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { keepRelationships } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import type { CycleRow, updateCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { type CycleKind, relationshipsOf } from "../domain/cycle-kind.ts";
import { cycleDetails } from "../domain/cycle-setup.ts";
import { raterRulesInput, readRaterRules } from "../domain/rater-rules.ts";
import { readTimeline, timelineInput } from "../domain/timeline.ts";
import { kindOf, suggestFor } from "../lists/suggest-for.server.ts";

/** What each step of setting up asks for. */
export const editCycleInput = {
  details: cycleDetails,
  raters: raterRulesInput,
  dates: timelineInput,
};

type Input = typeof editCycleInput;
export type CycleChanges = {
  [Part in keyof Input]: { part: Part; given: z.output<Input[Part]> };
}[keyof Input];

type Columns = Parameters<typeof updateCycle>[2];
type Read = { ok: true; columns: Columns } | { ok: false; problems: Problem[] };

/** Changes one part of a cycle before launch. Names each field that can't be used; then nothing is changed. */
export function editCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  changes: CycleChanges,
) {
  const change = {
    may: mayRunRound,
    from: isEditable,
    late: "launched",
    did: "edited",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const read = readChanges(changes, kindOf(cycle), today);
    if (!read.ok) return refuseInput(...read.problems);
    const { instrumentId, kind } = read.columns;
    if (typeof instrumentId === "string") {
      const found = await instrumentById(tx, actor, instrumentId);
      if (!found || !suitsFeedback(found)) return refuse("unknown");
    }
    if (kind !== undefined && kind !== cycle.kind) await followKind(tx, cycle, kind as CycleKind);
    return { ok: true, value: undefined, set: read.columns, detail: { part: changes.part } };
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
    case "details":
      return { ok: true, columns: changes.given };
    case "raters": {
      const read = readRaterRules(changes.given, kind);
      if (!read.ok) return read;
      const { raterLimits, ...rules } = read.rules;
      return { ok: true, columns: { ...rules, raterLimits: JSON.stringify(raterLimits) } };
    }
    case "dates": {
      const read = readTimeline(changes.given, today);
      return read.ok ? { ok: true, columns: read.timeline } : read;
    }
  }
}

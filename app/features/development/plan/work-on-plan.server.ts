import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { PlanEventKind } from "../domain/plan/plan.ts";
import { planToRead, type ReadPlan } from "./plan-reads.server.ts";
import { insertEvent, type WhichPlan } from "./plan-store.server.ts";

export type Ticking = Pick<Platform, "database" | "clock">;
export type PlanOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

/** A plan while nobody else changes it. */
export type HeldPlan = ReadPlan & {
  tx: Tx;
  today: string;
  now: Date;
  actor: Actor & { personId: string };
};

/**
 * Does something to a plan that whoever asks may read and that is not over, while nobody else does. Theirs alone to
 * change, unless `others` says that its readers may, too. What `work` refuses changes nothing.
 */
export function workOnPlan<Value>(
  platform: Ticking,
  actor: Actor,
  which: WhichPlan,
  work: (held: HeldPlan) => Promise<PlanOutcome<Value>>,
  { others = false } = {},
): Promise<PlanOutcome<Value>> {
  return inOrganisation(platform, actor, async (tx): Promise<PlanOutcome<Value>> => {
    const { personId } = actor;
    if (personId === null) return refuse("unknown");
    const today = await todayWhere(platform, tx, actor);
    const read = await planToRead(tx, actor, which, today, { lock: true });
    if (!read || read.plan.endedOn !== null) return refuse("unknown");
    if (read.reader !== "own" && !others) return refuse("unknown");
    return work({ ...read, tx, today, now: platform.clock.now(), actor: { ...actor, personId } });
  });
}

/** Writes down what became of a plan: in its own history in words, and in the audit record that something did. */
export async function noteOnPlan(
  platform: Ticking,
  { tx, actor, now, plan }: Pick<HeldPlan, "tx" | "actor" | "now"> & { plan: { id: string } },
  kind: PlanEventKind,
  about: string,
): Promise<void> {
  const planId = plan.id;
  const event = { id: newId(), planId, authorId: actor.personId, at: now, kind, about };
  await insertEvent(tx, actor, event);
  await recordAudit(platform, tx, actor, {
    action: `plan.${kind}`,
    subjectKind: "plan",
    subjectId: planId,
  });
}

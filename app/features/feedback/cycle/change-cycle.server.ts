import { type AuditEntry, recordAudit } from "~/features/identity/index.server.ts";
import { type RoundState, type RoundStep, stateAfter } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, lockCycle, updateCycle } from "./cycle-store.server.ts";

type Who = { organisationId: string; accountId: string | null };

export type CycleChange<By extends Who> = {
  /** The policy. */
  may: (by: By) => boolean;
  /** Where the cycle must stand: before this step, which it then takes, or in such a state. */
  from: RoundStep | ((state: RoundState) => boolean);
  /** Why it is refused anywhere else. */
  late: string;
  /** The cycle as whoever changes it saw it; nothing is done when it has changed since. */
  revision?: number | undefined;
  /** As the audit records it. */
  action: string;
};

/** What was done, as the work of a change tells it. */
type Changed<Value> = {
  ok: true;
  value: Value;
  /** What the cycle itself says from now on. */
  set?: Parameters<typeof updateCycle>[2];
  detail?: AuditEntry["detail"];
  /** It was so before: nothing is written down. */
  unchanged?: boolean;
};

type Result = Changed<unknown> | Refusal;

type Told<Own extends Result, Change> =
  | (Own extends { ok: true; value: infer Value } ? { ok: true; value: Value } : Own)
  | Refusal<"not-allowed" | "unknown">
  | (Change extends { late: infer Late extends string } ? Refusal<Late> : never)
  | (Change extends { revision: unknown } ? Refusal<"changed"> : never);

/**
 * Changes a cycle: asks the policy, locks it, looks where it stands and whether it is as it was seen, lets `work` do
 * it, and counts the revision and records the audit in the same transaction. What `work` refuses has changed nothing,
 * as long as it refuses before it writes.
 */
export function changeCycle<
  By extends Who,
  const Change extends CycleChange<By>,
  Own extends Result,
>(
  platform: Pick<Platform, "database" | "clock">,
  by: By,
  cycleId: string,
  change: Change & CycleChange<By>,
  work: (tx: Tx, cycle: CycleRow) => Promise<Own>,
): Promise<Told<Own, Change>> {
  // What it can be refused with follows from the change, which the compiler can't see from inside.
  return changed(platform, by, cycleId, change, work) as Promise<Told<Own, Change>>;
}

async function changed<By extends Who>(
  platform: Pick<Platform, "database" | "clock">,
  by: By,
  cycleId: string,
  { may, from, late, revision, action }: CycleChange<By>,
  work: (tx: Tx, cycle: CycleRow) => Promise<Result>,
): Promise<{ ok: true; value: unknown } | Refusal> {
  if (!may(by)) return refuse("not-allowed");
  return inOrganisation(platform, by, async (tx) => {
    const cycle = await lockCycle(tx, by, cycleId);
    if (!cycle) return refuse("unknown");
    const state = whereTo(cycle.state, from);
    if (state === null) return refuse(late);
    if (revision !== undefined && revision !== cycle.revision) return refuse("changed");
    const result = await work(tx, cycle);
    if (!result.ok) return result;
    const { value, set, detail, unchanged = false } = result;
    if (unchanged) return { ok: true, value };
    if (set || state !== cycle.state) await updateCycle(tx, cycle, { ...set, state });
    await recordAudit(platform, tx, by, {
      ...{ action, subjectKind: "cycle", subjectId: cycleId },
      ...(detail ? { detail } : {}),
    });
    return { ok: true, value };
  });
}

/** The state in which a change leaves a cycle; null when it can't be made from this one. */
function whereTo(state: RoundState, from: CycleChange<Who>["from"]): RoundState | null {
  if (typeof from === "string") return stateAfter(state, from);
  return from(state) ? state : null;
}

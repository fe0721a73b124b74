import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Plan } from "../domain/plan/plan.ts";
import { planToRead } from "./plan-reads.server.ts";
import { insertPlan, lockPlans } from "./plan-store.server.ts";
import { type HeldPlan, noteOnPlan, type Ticking } from "./work-on-plan.server.ts";

type Opened = Pick<HeldPlan, "tx" | "today" | "now" | "actor"> & {
  plan: Plan;
  /** Writes the plan down, where it was not there before. */
  begin: () => Promise<void>;
};

/** The plan that somebody works on, or a new one that begins today, while nobody else begins or changes it. */
export async function openOrBegin(platform: Ticking, tx: Tx, actor: Actor): Promise<Opened | null> {
  const { personId } = actor;
  if (personId === null || actor.role === "leaver") return null;
  await lockPlans(tx, actor, personId);
  const today = await todayWhere(platform, tx, actor);
  const read = await planToRead(tx, actor, { openOf: personId }, today, { lock: true });
  const held = { tx, today, now: platform.clock.now(), actor: { ...actor, personId } };
  if (read) return { ...held, plan: read.plan, begin: async () => undefined };
  const plan = {
    ...{ id: newId(), personId, begunOn: today, endedOn: null, overruledOn: null },
    ...{ areas: [], actions: [] },
  };
  return {
    ...{ ...held, plan },
    begin: async () => {
      await insertPlan(tx, actor, plan);
      await noteOnPlan(platform, { ...held, plan }, "begun", "");
    },
  };
}

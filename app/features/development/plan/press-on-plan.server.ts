import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import {
  type ActionStatus,
  type AreaStatus,
  MOST_AREAS,
  openAreas,
} from "../domain/plan/plan.ts";
import { mayTickAction } from "../policy.ts";
import { updateAction, updateArea, updatePlan, type WhichPlan } from "./plan-store.server.ts";
import {
  type HeldPlan,
  noteOnPlan,
  type PlanOutcome,
  type Ticking,
  workOnPlan,
} from "./work-on-plan.server.ts";

/** What the buttons of a plan do. */
export const planPress = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["done", "again", "drop"]), action: z.string() }),
  z.object({ intent: z.enum(["reached", "reopen", "drop-area"]), area: z.string() }),
  z.object({ intent: z.literal("overrule") }),
  z.object({ intent: z.literal("end") }),
]);
export type PlanPress = z.output<typeof planPress>;

const ACTION_STATUS = { done: "done", again: "open", drop: "dropped" } as const satisfies Record<
  string,
  ActionStatus
>;
const ACTION_EVENT = {
  done: "action-done",
  again: "action-again",
  drop: "action-dropped",
} as const;
const AREA_STATUS = {
  ...{ reached: "reached", reopen: "open", "drop-area": "dropped" },
} as const satisfies Record<string, AreaStatus>;
const AREA_EVENT = {
  reached: "area-reached",
  reopen: "area-reopened",
  "drop-area": "area-dropped",
} as const;

/**
 * Carries out what one button of a plan says. What is so already stays so: pressed twice, it is done once. Whose plan
 * it is presses all of them; whoever else sees to an action says that it is done, and takes that back.
 */
export function pressOnPlan(
  platform: Ticking,
  actor: Actor,
  which: WhichPlan,
  press: PlanPress,
): Promise<PlanOutcome> {
  return workOnPlan<void>(
    platform,
    actor,
    which,
    async (held) => {
      if ("action" in press) return setAction(platform, held, press);
      if (held.reader !== "own") return refuse("unknown");
      if ("area" in press) return setArea(platform, held, press);
      return press.intent === "end" ? endPlan(platform, held) : overrule(platform, held);
    },
    { others: true },
  );
}

async function setAction(
  platform: Ticking,
  held: HeldPlan,
  { intent, action: id }: { intent: keyof typeof ACTION_STATUS; action: string },
): Promise<PlanOutcome> {
  const action = held.plan.actions.find((each) => each.id === id);
  if (
    !action ||
    !mayTickAction(held.actor, {
      isOwnPlan: held.reader === "own",
      ownerId: action.ownerId,
      intent,
    })
  )
    return refuse("unknown");
  const status = ACTION_STATUS[intent];
  if (action.status === status) return { ok: true };
  const doneOn = status === "done" ? held.today : null;
  await updateAction(held.tx, held.actor, action, { status, doneOn });
  await noteOnPlan(platform, held, ACTION_EVENT[intent], action.words);
  return { ok: true };
}

async function setArea(
  platform: Ticking,
  held: HeldPlan,
  { intent, area: id }: { intent: keyof typeof AREA_STATUS; area: string },
): Promise<PlanOutcome> {
  const area = held.plan.areas.find((each) => each.id === id);
  if (!area) return refuse("unknown");
  const status = AREA_STATUS[intent];
  if (area.status === status) return { ok: true };
  if (status === "open" && openAreas(held.plan).length >= MOST_AREAS)
    return refuseInput({ code: "enough-areas", values: { most: MOST_AREAS } });
  await updateArea(held.tx, held.actor, area, { status });
  await noteOnPlan(platform, held, AREA_EVENT[intent], area.title);
  return { ok: true };
}

async function overrule(platform: Ticking, held: HeldPlan): Promise<PlanOutcome> {
  if (held.plan.overruledOn !== null) return { ok: true };
  await updatePlan(held.tx, held.actor, held.plan.id, { overruledOn: held.today });
  await noteOnPlan(platform, held, "overruled", "");
  return { ok: true };
}

async function endPlan(platform: Ticking, held: HeldPlan): Promise<PlanOutcome> {
  await updatePlan(held.tx, held.actor, held.plan.id, { endedOn: held.today });
  await noteOnPlan(platform, held, "ended", "");
  return { ok: true };
}

import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { type actionInput, type ReadAction, readAction } from "../domain/plan/action-form.ts";
import { MOST_ACTIONS, type PlanAction, type PlanArea } from "../domain/plan/plan.ts";
import { hatsOfFramework } from "../library/behaviours.server.ts";
import { practicesFor } from "../library/guide-reads.server.ts";
import { mayOwnActions } from "./plan-owners.server.ts";
import { insertActions, updateAction } from "./plan-store.server.ts";
import {
  type HeldPlan,
  noteOnPlan,
  type PlanOutcome,
  type Ticking,
  workOnPlan,
} from "./work-on-plan.server.ts";

/** A new action for an area, or one that stands already as somebody looked at it. */
export type ActionTarget = { area: string } | { id: string; revision: number };

/**
 * Keeps what somebody will do about an area of theirs. A form that was opened before another save is refused; the same
 * action once more for the same area, such as by a second press of the button, adds nothing.
 */
export function saveAction(
  platform: Ticking,
  actor: Actor,
  target: ActionTarget,
  form: z.output<typeof actionInput>,
): Promise<PlanOutcome<{ id: string }>> {
  const { personId: openOf } = actor;
  if (openOf === null) return Promise.resolve(refuse("unknown"));
  return workOnPlan<{ id: string }>(platform, actor, { openOf }, async (held) => {
    const { plan, tx, today } = held;
    const before = "id" in target ? plan.actions.find(({ id }) => id === target.id) : null;
    if (before === undefined) return refuse("unknown");
    const areaId = "area" in target ? target.area : (before?.areaId ?? "");
    const area = plan.areas.find(({ id }) => id === areaId);
    if (!area) return refuse("unknown");
    if ("revision" in target && before?.revision !== target.revision)
      return refuseInput({ code: "changed-meanwhile" });
    const { action, problems } = readAction(form, {
      ...{ hats: hatsOfFramework(), own: openOf, today, before },
      owners: (await mayOwnActions(held)).map(({ id }) => id),
      practices: await offeredFor(held, area),
    });
    if (problems.length > 0) return refuseInput(...problems);
    if (before) {
      await updateAction(tx, actor, before, action);
      await noteOnPlan(platform, held, "action-changed", action.words);
      return accept({ id: before.id });
    }
    const same = plan.actions.find((each) => isSame(each, areaId, action));
    if (same) return accept({ id: same.id });
    if (plan.actions.length >= MOST_ACTIONS)
      return refuseInput({ code: "enough-actions", values: { most: MOST_ACTIONS } });
    const added = newAction(areaId, action);
    await insertActions(tx, actor, [added]);
    await noteOnPlan(platform, held, "action-added", action.words);
    return accept({ id: added.id });
  });
}

export function newAction(areaId: string, action: ReadAction): PlanAction {
  return { ...action, id: newId(), areaId, status: "open", doneOn: null, revision: 1 };
}

function isSame(
  { areaId, status, ...each }: PlanAction,
  area: string,
  action: ReadAction,
): boolean {
  const { kind, words, ownerId, dueOn, hat, evidence, practice } = each;
  const said = { kind, words, ownerId, dueOn, hat, evidence, practice };
  return status === "open" && areaId === area && isDeepStrictEqual(said, action);
}

async function offeredFor({ tx, actor }: HeldPlan, { behaviour }: PlanArea): Promise<string[]> {
  const offered = behaviour === null ? null : await practicesFor(tx, actor, behaviour, "en");
  return (offered ?? []).map(({ key }) => key);
}

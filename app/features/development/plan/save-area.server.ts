import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { type areaInput, readArea } from "../domain/plan/area-form.ts";
import {
  type AreaSource,
  MOST_AREAS,
  OWN_SOURCE,
  openAreas,
  type Plan,
  type PlanArea,
} from "../domain/plan/plan.ts";
import { hatsOfFramework } from "../library/behaviours.server.ts";
import { isSameSource, sourcesFor } from "./area-sources.server.ts";
import { openOrBegin } from "./open-or-begin.server.ts";
import { insertArea, updateArea } from "./plan-store.server.ts";
import { noteOnPlan, type PlanOutcome, type Ticking, workOnPlan } from "./work-on-plan.server.ts";

type Saved = PlanOutcome<{ id: string }>;

/**
 * Adds an area to what somebody works on, and begins their plan where they have none: from a choice in a report of
 * theirs or a need of their role (`from`, as `sourcesFor` names it), or from nothing. A fourth one is refused. The same
 * once more, such as a second press of the button, adds nothing.
 */
export function addArea(
  platform: Ticking,
  actor: Actor,
  from: string | null,
  form: z.output<typeof areaInput>,
): Promise<Saved> {
  return inOrganisation(platform, actor, async (tx): Promise<Saved> => {
    const held = await openOrBegin(platform, tx, actor);
    if (!held) return refuse("unknown");
    const { plan, today } = held;
    const source = await sourceCalled(tx, actor, from, today);
    if (!source) return refuse("unknown");
    const same = sameArea(plan, source, form.title);
    if (same) return accept({ id: same.id });
    if (openAreas(plan).length >= MOST_AREAS)
      return refuseInput({ code: "enough-areas", values: { most: MOST_AREAS } });
    const hats = hatsOfFramework();
    const { area, problems } = readArea(form, { hats, today, before: null });
    if (problems.length > 0) return refuseInput(...problems);
    const id = newId();
    await held.begin();
    await insertArea(tx, actor, plan.id, { ...source, ...area, id, status: "open", revision: 1 });
    await noteOnPlan(platform, held, "area-added", area.title);
    return accept({ id });
  });
}

/** Changes what an area is about and its goal. A form that was opened before another save is refused. */
export function changeArea(
  platform: Ticking,
  actor: Actor,
  { id, revision }: { id: string; revision: number },
  form: z.output<typeof areaInput>,
): Promise<Saved> {
  const { personId: openOf } = actor;
  if (openOf === null) return Promise.resolve(refuse("unknown"));
  return workOnPlan<{ id: string }>(platform, actor, { openOf }, async (held) => {
    const { plan, tx, today } = held;
    const before = plan.areas.find((area) => area.id === id);
    if (!before) return refuse("unknown");
    if (before.revision !== revision) return refuseInput({ code: "changed-meanwhile" });
    const around = { hats: hatsOfFramework(), today, before: before.dueOn };
    const { area, problems } = readArea(form, around);
    if (problems.length > 0) return refuseInput(...problems);
    await updateArea(tx, actor, before, area);
    await noteOnPlan(platform, held, "area-changed", area.title);
    return accept({ id });
  });
}

async function sourceCalled(
  tx: Tx,
  actor: Actor,
  from: string | null,
  today: string,
): Promise<AreaSource | null> {
  if (from === null) return OWN_SOURCE;
  const choices = await sourcesFor(tx, actor, { today, language: "en" });
  return choices.find((each) => each.from === from)?.source ?? null;
}

function sameArea(plan: Plan, source: AreaSource, title: string): PlanArea | undefined {
  return openAreas(plan).find((area) =>
    source.origin === "own"
      ? area.origin === "own" && area.title === title
      : isSameSource(area, source),
  );
}

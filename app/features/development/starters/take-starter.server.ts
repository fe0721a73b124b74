import { z } from "zod";
import { builtInFramework } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { MOST_ACTIONS, MOST_AREAS, openAreas } from "../domain/plan/plan.ts";
import { fromStarter, takings } from "../domain/starters/from-starter.ts";
import { openOrBegin } from "../plan/open-or-begin.server.ts";
import { insertActions, insertArea } from "../plan/plan-store.server.ts";
import { newAction } from "../plan/save-action.server.ts";
import { noteOnPlan, type PlanOutcome, type Ticking } from "../plan/work-on-plan.server.ts";
import { starterCalled } from "./built-in-starters.server.ts";

export const takeStarterInput = z.object({
  parts: z.array(z.string()).default([]),
  how: z.enum(takings).default("fix"),
  beginsOn: z.iso.date(),
});

const FAR_DAYS = 366;

/**
 * Puts parts of a starter set into what somebody works on, to be changed there as they like; begins their plan where
 * they have none. More areas than one can work on at a time are refused, and so is what stands there already.
 */
export function takeStarter(
  platform: Ticking,
  actor: Actor,
  key: string,
  { parts: wanted, how, beginsOn }: z.output<typeof takeStarterInput>,
): Promise<PlanOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<PlanOutcome> => {
    const set = starterCalled(key, readerLanguage());
    const held = set && (await openOrBegin(platform, tx, actor));
    if (!set || !held) return refuse("unknown");
    const { plan, today } = held;
    const isTimeline = set.shape === "timeline";
    const parts = set.parts.filter((part) => isTimeline || wanted.includes(part.key));
    if (parts.length === 0) return refuseInput({ field: "parts", code: "none" });
    if (Math.abs(daysBetween(today, beginsOn)) > FAR_DAYS)
      return refuseInput({ field: "beginsOn", code: "too-far" });
    const { key: framework, competencies } = builtInFramework();
    const hatOf = (competency: string | null) =>
      competencies.find((each) => each.key === competency)?.hat ?? null;
    const all = fromStarter(set, parts, { how, beginsOn, framework, hatOf });
    // What stands there already was taken before, such as by a second press of the button.
    const there = new Set(openAreas(plan).map(({ title }) => title));
    const taken = all.filter(({ area }) => !there.has(area.title));
    if (taken.length === 0) return { ok: true };
    if (openAreas(plan).length + taken.length > MOST_AREAS)
      return refuseInput({ field: "parts", code: "too-many-areas", values: { most: MOST_AREAS } });
    const count = taken.reduce((sum, { actions }) => sum + actions.length, 0);
    if (plan.actions.length + count > MOST_ACTIONS)
      return refuseInput({ code: "enough-actions", values: { most: MOST_ACTIONS } });
    await held.begin();
    for (const { area, actions } of taken) {
      const id = newId();
      await insertArea(tx, actor, plan.id, { ...area, id, status: "open", revision: 1 });
      const rest = { ownerId: null, practice: null };
      const added = actions.map((action) => newAction(id, { ...action, ...rest }));
      await insertActions(tx, actor, added);
      await noteOnPlan(platform, held, "starter-taken", area.title);
    }
    return { ok: true };
  });
}

/** The day from which a set is usually counted: today, unless its person's first report came lately. */
export function usualBeginning(today: string, firstLedOn: string | null): string {
  if (firstLedOn === null || firstLedOn < daysAfter(today, -60)) return today;
  return firstLedOn;
}

import { inOrderOfDoing } from "./in-order.ts";
import type { Plan, PlanArea } from "./plan.ts";

/** What everybody in an organisation reads of a plan that is shown to them: this, and nothing else of it. */
export type PublicPart = {
  areas: (Pick<PlanArea, "id" | "title" | "goal" | "dueOn" | "hat"> & {
    isReached: boolean;
    actions: { id: string; words: string; isDone: boolean }[];
  })[];
};

/**
 * Areas that are worked on or reached, their goals and actions. Reasons, measures, evidence, who helps, what was
 * dropped and what an area came from (a report, say) stay with whoever reads the plan itself.
 */
export function publicPart({ areas, actions }: Pick<Plan, "areas" | "actions">): PublicPart {
  return {
    areas: areas
      .filter(({ status }) => status !== "dropped")
      .map(({ id, title, goal, dueOn, hat, status }) => ({
        ...{ id, title, goal, dueOn, hat, isReached: status === "reached" },
        actions: inOrderOfDoing(actions)
          .filter((action) => action.areaId === id && action.status !== "dropped")
          .map((action) => ({
            ...{ id: action.id, words: action.words, isDone: action.status === "done" },
          })),
      })),
  };
}

/**
 * Whether everybody reads it: by its person's choice, while they work on it, are in the organisation, and lead somebody
 * who leads others. Who is called an executive no directory knows; whom somebody leads, each does.
 */
export function isShownToAll(facts: {
  isPublished: boolean;
  isOver: boolean;
  isHere: boolean;
  leadsLeaders: boolean;
}): boolean {
  return facts.isPublished && !facts.isOver && facts.isHere && facts.leadsLeaders;
}

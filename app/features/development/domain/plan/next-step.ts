import { daysAfter } from "~/platform/calendar/days.ts";
import { inOrderOfDoing } from "./in-order.ts";
import { MOST_AREAS, openAreas, type Plan, type PlanAction, type PlanArea } from "./plan.ts";

/** What somebody chose in a report and has not taken into their plan. */
export type ChosenFocus = { from: string; title: string };

type Facts = {
  /** The plan they work on; null where there is none. */
  plan: Pick<Plan, "areas" | "actions"> | null;
  chosen: readonly ChosenFocus[];
  /** The areas for which they practise or practised something. */
  practised: ReadonlySet<string>;
  /** Whether they are at a practice. */
  isPractising: boolean;
  today: string;
};

/** The next step of a plan: what one does first, of all that could be done. */
export type PlanStep =
  | { step: "overdue" | "due"; action: PlanAction; others: number }
  | { step: "look-back"; area: PlanArea }
  | { step: "take"; focus: ChosenFocus }
  | { step: "act"; area: PlanArea }
  | { step: "practise"; area: PlanArea };

const SOON_DAYS = 7;

/**
 * What comes next in a plan, one thing at a time: an action of its owner's whose day is over or near; a goal whose day
 * has come; what was chosen in a report and waits to be taken in, while there is room; an area for which nothing is to
 * be done yet; and a behaviour that was never practised. Null where nothing waits, so that nobody is asked for nothing.
 */
export function nextStepOf({
  plan,
  chosen,
  practised,
  isPractising,
  today,
}: Facts): PlanStep | null {
  const areas = plan ? openAreas(plan) : [];
  const actions = (plan?.actions ?? []).filter(({ areaId }) =>
    areas.some(({ id }) => id === areaId),
  );
  const near = inOrderOfDoing(actions).filter(
    ({ status, ownerId, dueOn }) =>
      status === "open" &&
      ownerId === null &&
      dueOn !== null &&
      dueOn <= daysAfter(today, SOON_DAYS),
  );
  const [first] = near;
  if (first?.dueOn)
    return {
      step: first.dueOn < today ? "overdue" : "due",
      ...{ action: first, others: near.length - 1 },
    };
  const over = areas.find(({ dueOn }) => dueOn !== null && dueOn <= today);
  if (over) return { step: "look-back", area: over };
  const [focus] = chosen;
  if (focus && areas.length < MOST_AREAS) return { step: "take", focus };
  const idle = areas.find(
    ({ id }) =>
      !practised.has(id) &&
      actions.every(({ areaId, status }) => areaId !== id || status === "dropped"),
  );
  if (idle) return { step: "act", area: idle };
  const unpractised = areas.find(({ id, behaviour }) => behaviour !== null && !practised.has(id));
  return unpractised && !isPractising ? { step: "practise", area: unpractised } : null;
}

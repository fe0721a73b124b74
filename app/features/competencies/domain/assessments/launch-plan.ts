import type { Part } from "./placement.ts";

export type ToAssess = {
  subjectId: string;
  personId: string;
  name: string;
  /** Who leads them now and can be asked; null where nobody does. */
  managerId: string | null;
  secondId: string | null;
  /** What their roles need of the framework; asked for where everybody's own is assessed. */
  needed: readonly string[];
};

export type LaunchPlan = {
  placed: { subjectId: string; competencies: string[] }[];
  sheets: { subjectId: string; part: Part; authorId: string }[];
  /** Of whom no role needs anything of the framework: there is nothing to place them on, so they are not asked. */
  without: ToAssess[];
  /** Who would place themselves and is placed by nobody else. */
  alone: ToAssess[];
  /** Of whom more would be asked than anybody places with care. */
  tooMany: ToAssess[];
};

/**
 * Who is placed on what, and by whom, if a round began now.
 * @param order every competency of the framework, in its order.
 * @param chosen the same for everybody; null: of each what their roles need.
 * @param most how many competencies a sheet may have.
 */
export function launchPlan(
  people: readonly ToAssess[],
  {
    order,
    chosen,
    most,
  }: { order: readonly string[]; chosen: readonly string[] | null; most: number },
): LaunchPlan {
  const plan: LaunchPlan = { placed: [], sheets: [], without: [], alone: [], tooMany: [] };
  const place = new Map(order.map((competency, at) => [competency, at]));
  for (const person of people) {
    const competencies = [...new Set(chosen ?? person.needed)]
      .filter((competency) => place.has(competency))
      .sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
    if (competencies.length === 0) {
      plan.without.push(person);
      continue;
    }
    if (competencies.length > most) plan.tooMany.push(person);
    const { subjectId, personId, managerId, secondId } = person;
    plan.placed.push({ subjectId, competencies });
    plan.sheets.push({ subjectId, part: "self", authorId: personId });
    if (managerId !== null && managerId !== personId)
      plan.sheets.push({ subjectId, part: "manager", authorId: managerId });
    if (secondId !== null && secondId !== personId && secondId !== managerId)
      plan.sheets.push({ subjectId, part: "second", authorId: secondId });
    if (managerId === null) plan.alone.push(person);
  }
  return plan;
}

export type LaunchObstacle = "nobody" | "nothing-needed" | "too-many" | "over";

/** What stands in the way of a round. `today` is a calendar date where the organisation is. */
export function launchObstacles(
  plan: LaunchPlan,
  { closesOn, today }: { closesOn: string | null; today: string },
): LaunchObstacle[] {
  const obstacles: LaunchObstacle[] = [];
  if (plan.placed.length === 0)
    obstacles.push(plan.without.length === 0 ? "nobody" : "nothing-needed");
  if (plan.tooMany.length > 0) obstacles.push("too-many");
  if (closesOn === null || closesOn < today) obstacles.push("over");
  return obstacles;
}

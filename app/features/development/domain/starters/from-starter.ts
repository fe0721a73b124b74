import { daysAfter } from "~/platform/calendar/days.ts";
import { OWN_SOURCE, type PlanAction, type PlanArea } from "../plan/plan.ts";
import type { StarterPart, StarterSet } from "./starter.ts";

/** How a part is taken: with its own actions, or with somebody who is strong there. */
export const takings = ["fix", "partner"] as const;
export type Taking = (typeof takings)[number];

type NewArea = Omit<PlanArea, "id" | "status" | "revision">;
type NewAction = Pick<PlanAction, "kind" | "words" | "dueOn" | "hat" | "evidence">;
export type FromStarter = { area: NewArea; actions: NewAction[] };

type How = {
  how: Taking;
  /** The day from which days are counted; a calendar date. */
  beginsOn: string;
  framework: string;
  /** The hat of a competency. */
  hatOf: (competency: string | null) => string | null;
};

const MONTHS_DAYS = 90;

/**
 * What parts of a starter set put into a plan: an area each, or of a timeline one area with the actions of all. An area
 * is due when its last action is, 90 days from the beginning at the earliest.
 */
export function fromStarter(
  { shape, name }: Pick<StarterSet, "shape" | "name">,
  parts: readonly StarterPart[],
  how: How,
): FromStarter[] {
  const [first] = parts;
  if (!first) return [];
  if (shape === "areas") return parts.map((part) => areaOf(part, part.title, [part], how));
  return [areaOf(first, name, parts, how)];
}

function areaOf(
  { goal, measure, reason, competency }: StarterPart,
  title: string,
  parts: readonly StarterPart[],
  { how, beginsOn, framework, hatOf }: How,
): FromStarter {
  const hat = hatOf(competency);
  const taken = parts.flatMap(({ actions, partner }) =>
    how === "partner" && partner ? [partner] : actions,
  );
  const lastDay = Math.max(MONTHS_DAYS, ...taken.map(({ day }) => day));
  return {
    area: {
      ...{ ...OWN_SOURCE, origin: "starter", framework, competency },
      ...{ title, hat, goal, measure, means: "", reason, dueOn: daysAfter(beginsOn, lastDay) },
    },
    actions: taken.map(({ kind, words, evidence, day }) => ({
      ...{ kind, words, evidence, hat, dueOn: daysAfter(beginsOn, day) },
    })),
  };
}

import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { checkScales, competencyFigures, hatFigures } from "./combined-figures.ts";
import { decideGroups, type GroupDecision, type RelationshipCount } from "./decide-groups.ts";
import { type Answers, allItemFigure, groupItemFigure } from "./item-figures.ts";
import type { GroupFigures, Item, ItemFigure, ReportFigures, ReportInput } from "./types.ts";

function checkRatings(items: readonly Item[], responses: ReportInput<unknown>["responses"]): void {
  for (const { ratings } of responses) {
    if (ratings.length !== items.length) throw new RangeError("A response has ratings missing.");
    for (const [at, rating] of ratings.entries()) {
      const scale = items[at]?.scale;
      if (rating === null || scale === undefined) continue;
      if (!Number.isInteger(rating) || rating < scale.low || rating > scale.high) {
        throw new RangeError(`A rating of item "${items[at]?.id}" is outside its scale.`);
      }
    }
  }
}

/** Counts raters who answered anything, by relationship: an empty response is nobody's answer. */
function countRaters(input: ReportInput<unknown>): RelationshipCount[] {
  const raters = new Map<string, number>((input.asked ?? []).map((name) => [name, 0]));
  for (const { relationship, ratings } of input.responses) {
    const answered = ratings.some((rating) => rating !== null) ? 1 : 0;
    raters.set(relationship, (raters.get(relationship) ?? 0) + answered);
  }
  return [...raters].map(([relationship, count]) => ({ relationship, raters: count }));
}

function answersTo(at: number, responses: ReportInput<unknown>["responses"]): Answers {
  const answers = new Map<string, number[]>();
  for (const { relationship, ratings } of responses) {
    const rating = ratings[at];
    if (rating === null || rating === undefined) continue;
    const list = answers.get(relationship);
    if (list === undefined) answers.set(relationship, [rating]);
    else list.push(rating);
  }
  return answers;
}

function itemFigures<S>(
  input: ReportInput<S>,
  decision: GroupDecision,
  policy: DisclosurePolicy,
): Map<string, Record<string, ItemFigure<S>>> {
  const byGroup = new Map<string, Record<string, ItemFigure<S>>>();
  for (const { id } of decision.groups) byGroup.set(id, {});
  const all: Record<string, ItemFigure<S>> = {};
  for (const [at, { id, scale }] of input.items.entries()) {
    const answers = answersTo(at, input.responses);
    const shown = decision.groups.map((group) => ({
      group,
      figure: groupItemFigure(group, answers, scale, policy, input.summarise),
    }));
    for (const { group, figure } of shown) {
      const figures = byGroup.get(group.id);
      if (figures !== undefined) figures[id] = figure;
    }
    if (decision.all.shown) {
      all[id] = allItemFigure(decision.all, shown, answers, scale, policy, input.summarise);
    }
  }
  if (decision.all.shown) byGroup.set("all", all);
  return byGroup;
}

/**
 * Every figure of one participant's report, decided and rounded: means by group and item at the
 * minimum per item, spreads from five raters, competencies and hats from the shown item figures
 * alone, and "all raters". Throws a RangeError when ratings do not fit the items and scales.
 */
export function discloseReportFigures<S = never>(
  input: ReportInput<S>,
  policy: DisclosurePolicy,
): Disclosed<ReportFigures<S>> {
  const { items, competencies } = input;
  checkRatings(items, input.responses);
  checkScales(items, competencies);
  const decision = decideGroups(countRaters(input), policy);
  const figures: GroupFigures<S>[] = [];
  for (const [id, own] of itemFigures(input, decision, policy)) {
    const byCompetency = competencyFigures(own, items, competencies, policy);
    const hats = hatFigures(byCompetency, competencies, policy);
    figures.push({ id, items: own, competencies: byCompetency, hats });
  }
  return seal({ decision, figures });
}

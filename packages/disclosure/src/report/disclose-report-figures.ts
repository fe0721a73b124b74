import { builtInMarginals } from "../cover/built-in-marginals.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { checkScales, competencyFigures, hatFigures } from "./combined-figures.ts";
import { decideGroups, type GroupDecision, type RelationshipCount } from "./decide-groups.ts";
import { type Answered, allItemFigure, groupItemFigure } from "./item-figures.ts";
import type {
  GroupFigures,
  Item,
  ItemFigure,
  Ratings,
  ReportFigures,
  ReportInput,
} from "./types.ts";

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
  const none = { raters: 0, counting: 0 };
  const found = new Map((input.asked ?? []).map((name) => [name, none]));
  for (const { relationship, ratings, counts = true } of input.responses) {
    const { raters, counting } = found.get(relationship) ?? none;
    const answered = ratings.some((rating) => rating !== null) ? 1 : 0;
    found.set(relationship, {
      raters: raters + answered,
      counting: counting + (counts ? answered : 0),
    });
  }
  return [...found].map(([relationship, counted]) => ({ relationship, ...counted }));
}

type Rows = readonly Ratings[];

function rowsOf(input: ReportInput<unknown>, relationships: readonly string[]): Rows {
  const wanted = new Set(relationships);
  return input.responses.filter((r) => wanted.has(r.relationship));
}

function answersTo(at: number, rows: Rows): Answered {
  const values: number[] = [];
  const counting: number[] = [];
  for (const { ratings, counts = true } of rows) {
    const rating = ratings[at];
    if (rating === null || rating === undefined) continue;
    values.push(rating);
    if (counts) counting.push(rating);
  }
  return { values, counting, allCount: rows.every(({ counts = true }) => counts) };
}

/** Item figures by group id, "all" last. */
function itemFigures<S>(
  input: ReportInput<S>,
  { groups, all }: GroupDecision,
  policy: DisclosurePolicy,
): Map<string, Record<string, ItemFigure<S>>> {
  const members = groups.map((group) => ({
    group,
    rows: rowsOf(input, group.relationships),
    figures: {} as Record<string, ItemFigure<S>>,
  }));
  const covered = new Set(groups.flatMap((group) => group.relationships));
  const inAll = all.shown ? all.relationships : [];
  const everyone = rowsOf(input, inAll);
  const relationships = inAll.filter((relationship) => !covered.has(relationship));
  const outside = rowsOf(input, relationships);
  const figuresOfAll: Record<string, ItemFigure<S>> = {};
  const { summarise, chance } = input;
  for (const [at, { id, scale }] of input.items.entries()) {
    const marginals = input.marginals?.[id] ?? builtInMarginals(scale);
    const rules = { scale, policy, marginals, chance, summarise };
    const decided = members.map(({ group, rows, figures }) => {
      const answered = answersTo(at, rows);
      const figure = groupItemFigure(group, answered, rules);
      figures[id] = figure;
      return { group, answered, figure };
    });
    if (!all.shown) continue;
    const rest = { relationships, answered: answersTo(at, outside) };
    const within = decided.filter(({ group }) =>
      group.relationships.every((relationship) => inAll.includes(relationship)),
    );
    figuresOfAll[id] = allItemFigure(answersTo(at, everyone).values, rest, within, rules);
  }
  const byGroup = new Map(members.map(({ group, figures }) => [group.id, figures]));
  if (all.shown) byGroup.set("all", figuresOfAll);
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

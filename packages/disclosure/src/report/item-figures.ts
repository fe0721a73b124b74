import { minimumFor } from "../minimum-for.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { countPoints, nearlyAlike } from "./alike.ts";
import type { Marginals } from "./beliefs.ts";
import type { ShownGroup } from "./decide-groups.ts";
import { nearEndRule } from "./near-end.ts";
import { spreadOf } from "./spread.ts";
import { spreadTells } from "./spread-tells.ts";
import type { ItemFigure, NearEnd, Scale } from "./types.ts";

/** What deciding about one item needs besides the answers. */
export type ItemRules<S> = {
  readonly scale: Scale;
  readonly policy: DisclosurePolicy;
  readonly marginals: Marginals;
  readonly chance: () => number;
  readonly summarise: ((values: readonly number[]) => S) | undefined;
};

/** A shown group's answers to an item, and the figure decided for it. */
export type Decided<S> = {
  readonly group: ShownGroup;
  readonly values: readonly number[];
  readonly figure: ItemFigure<S>;
};

function figureOf<S>(
  values: readonly number[],
  spread: Hidden | null,
  { scale, policy, summarise }: ItemRules<S>,
): ItemFigure<S> {
  let sum = 0;
  for (const value of values) sum += value;
  return {
    shown: true,
    n: values.length,
    mean: roundTo(sum / values.length, policy.precision),
    spread: spread ?? spreadOf(values, scale, policy.precision, summarise),
  };
}

/** Why the spread of these values may not be shown, or null. */
function spreadHidden(
  values: readonly number[],
  { scale, policy, marginals }: ItemRules<unknown>,
): Hidden | null {
  if (values.length < policy.minimumForDistribution) return hidden("hidden-few-for-spread");
  if (policy.alike === "show") return null;
  const sum = values.reduce((total, value) => total + value, 0);
  if (!nearlyAlike(values, scale) && !spreadTells(values.length, sum, scale, marginals))
    return null;
  return hidden("hidden-nearly-alike");
}

/** Why a mean over these answers of anonymous raters may not be shown, or null; `needed` is the minimum. */
function meanHidden(
  values: readonly number[],
  needed: number,
  { scale, policy, marginals, chance }: ItemRules<unknown>,
): Hidden | NearEnd | null {
  const n = values.length;
  if (n < needed) return hidden("hidden-few-answers");
  if (policy.alike === "show") return null;
  const rule = nearEndRule(n, scale, marginals);
  if (rule === null) return hidden("hidden-one-answer-everywhere");
  const withheld = rule.withheld(countPoints(values, scale));
  const often = withheld.low + withheld.high;
  if (often === 0) return null;
  const draw = chance();
  if (draw >= often) return null;
  return draw < withheld.low
    ? between(scale.low, rule.bound.low, n)
    : between(rule.bound.high, scale.high, n);
}

/** A range in tenths, wide enough to stay true. */
function between(low: number, high: number, n: number): NearEnd {
  const tenths = (value: number) => roundTo(value * 10, 6);
  return {
    shown: false,
    reason: "hidden-near-end",
    low: Math.floor(tenths(low)) / 10,
    high: Math.ceil(tenths(high)) / 10,
    n,
  };
}

/** One group's figure on one item, by its own answers. */
export function groupItemFigure<S>(
  group: ShownGroup,
  values: readonly number[],
  rules: ItemRules<S>,
): ItemFigure<S> {
  if (group.identified) {
    if (values.length === 0) return hidden("hidden-no-answer");
    return figureOf(values, hidden("hidden-few-for-spread"), rules);
  }
  const needed = minimumFor(group.relationships, rules.policy);
  return meanHidden(values, needed, rules) ?? figureOf(values, spreadHidden(values, rules), rules);
}

/** The range of a mean over groups, from what is told of each; null where nothing is told of one with answers. */
function rangeOver<S>(decided: readonly Decided<S>[]): NearEnd | null {
  let low = 0;
  let high = 0;
  let n = 0;
  for (const { figure } of decided) {
    if (figure.shown) {
      low += figure.mean * figure.n;
      high += figure.mean * figure.n;
    } else if (figure.reason === "hidden-near-end") {
      low += figure.low * figure.n;
      high += figure.high * figure.n;
    } else if (figure.reason !== "hidden-no-answer") return null;
    n += "n" in figure ? figure.n : 0;
  }
  return between(low / n, high / n, n);
}

/**
 * The figure of "all raters" on one item, given what is shown of the groups; `outside` are the
 * answers of raters in it who are in no shown group. What remains after subtracting every shown
 * figure must be nobody (and then no group may be hidden here, or the reader would learn that all
 * of it skipped) or stand by itself. Nor may a group be withheld although it has answers enough: all
 * raters less the others would be its mean; then only the range is told that follows from the groups. Its spread is shown only when no group shows a mean
 * without one: a distribution beside the means of its parts can be taken apart.
 */
export function allItemFigure<S>(
  everyone: readonly number[],
  outside: { readonly relationships: readonly string[]; readonly values: readonly number[] },
  decided: readonly Decided<S>[],
  rules: ItemRules<S>,
): ItemFigure<S> {
  const { policy } = rules;
  const anonymous = decided.filter(({ group }) => !group.identified);
  const standing = anonymous.filter(({ figure }) => figure.shown);
  const hiddenHere = anonymous.filter(({ figure }) => !figure.shown);
  const left = [...outside.values, ...hiddenHere.flatMap(({ values }) => values)];
  const rest = [
    ...outside.relationships,
    ...hiddenHere.flatMap(({ group }) => group.relationships),
  ];
  const withheld = hiddenHere.some(
    ({ group, values }) => values.length >= minimumFor(group.relationships, policy),
  );
  if (withheld) {
    const known = outside.relationships.length === 0 ? rangeOver(decided) : null;
    return known ?? hidden("hidden-subtraction");
  }
  const stop = rest.length === 0 ? null : meanHidden(left, minimumFor(rest, policy), rules);
  if (stop) return hidden(standing.length > 0 ? "hidden-subtraction" : "hidden-few-answers");
  const bare = standing.some(({ figure }) => figure.shown && !figure.spread.shown);
  if (bare) return figureOf(everyone, hidden("hidden-subtraction"), rules);
  // Nobody left: the sum of distributions already shown. Otherwise only what is left may decide,
  // or the reason itself would tell of it.
  const spread = rest.length > 0 ? spreadHidden(left, rules) : null;
  return figureOf(everyone, spread, rules);
}

import type { Marginals } from "../cover/beliefs.ts";
import { countPoints } from "../cover/count-points.ts";
import { drawWithheld } from "../cover/draw-withheld.ts";
import { type NearEnd, nearEnd } from "../cover/near-end-figure.ts";
import type { Scale } from "../cover/scale.ts";
import { minimumFor } from "../minimum-for.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { nearlyAlike } from "./alike.ts";
import type { ShownGroup } from "./decide-groups.ts";
import { spreadOf } from "./spread.ts";
import { spreadCover } from "./spread-cover.ts";
import type { ItemFigure } from "./types.ts";

/** What deciding about one item needs besides the answers. */
export type ItemRules<S> = {
  readonly scale: Scale;
  readonly policy: DisclosurePolicy;
  readonly marginals: Marginals;
  readonly chance: () => number;
  readonly summarise: ((values: readonly number[]) => S) | undefined;
};

/** Answers to an item, those of them by raters who count, and whether all who were asked do. */
export type Answered = {
  readonly values: readonly number[];
  readonly counting: readonly number[];
  readonly allCount: boolean;
};

/** A shown group's answers to an item, and the figure decided for it. */
export type Decided<S> = {
  readonly group: ShownGroup;
  readonly answered: Answered;
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

/**
 * Why the spread of these answers may not be shown, or null. Where some raters don't count none is: decided by those
 * who do, it would tell of the others' answers, and decided by all, whoever knows the others' could take them away.
 */
function spreadHidden(
  { values, allCount }: Answered,
  { scale, policy, marginals, chance }: ItemRules<unknown>,
): Hidden | null {
  if (values.length < policy.minimumForDistribution || !allCount)
    return hidden("hidden-few-for-spread");
  if (policy.alike === "show") return null;
  const withheld = hidden("hidden-nearly-alike");
  if (nearlyAlike(values, scale)) return withheld;
  const sum = values.reduce((total, value) => total + value, 0);
  const often = spreadCover(values.length, sum, scale, marginals);
  return often > 0 && chance() < often ? withheld : null;
}

/**
 * Why a mean over these answers of anonymous raters may not be shown, or null; `needed` is the minimum. Raters who
 * count decide: whoever knows the others' answers is left with theirs, and all are alike only where these are. The
 * range that is told leaves the others' answers open.
 */
function meanHidden(
  { values, counting }: Answered,
  needed: number,
  rules: ItemRules<unknown>,
): Hidden | NearEnd | null {
  const { scale, policy } = rules;
  const n = values.length;
  if (counting.length < needed) return hidden("hidden-few-answers");
  if (policy.alike === "show") return null;
  const withheld = drawWithheld(countPoints(counting, scale), rules);
  if (withheld === null) return null;
  if (withheld === "everywhere") return hidden("hidden-one-answer-everywhere");
  const open = (bound: number, end: number) =>
    (bound * counting.length + end * (n - counting.length)) / n;
  return withheld.end === "low"
    ? nearEnd(scale.low, open(withheld.bound, scale.high), n)
    : nearEnd(open(withheld.bound, scale.low), scale.high, n);
}

/** One group's figure on one item, by its own answers. */
export function groupItemFigure<S>(
  group: ShownGroup,
  answered: Answered,
  rules: ItemRules<S>,
): ItemFigure<S> {
  const { values } = answered;
  if (group.identified) {
    if (values.length === 0) return hidden("hidden-no-answer");
    return figureOf(values, hidden("hidden-few-for-spread"), rules);
  }
  const needed = minimumFor(group.relationships, rules.policy);
  const stop = meanHidden(answered, needed, rules);
  return stop ?? figureOf(values, spreadHidden(answered, rules), rules);
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
  return nearEnd(low / n, high / n, n);
}

/**
 * The figure of "all raters" on one item, given what is shown of the groups; `outside` are the
 * answers of raters in it who are in no shown group. What remains after subtracting every shown
 * figure must be nobody (and then no group may be hidden here, or the reader would learn that all
 * of it skipped) or stand by itself. Nor may a group be withheld although it has answers enough: all
 * raters less the others would be its mean; then only the range is told that follows from the groups. Its spread is
 * shown only when no group shows a mean without one: a distribution beside the means of its parts can be taken apart.
 */
export function allItemFigure<S>(
  everyone: readonly number[],
  outside: { readonly relationships: readonly string[]; readonly answered: Answered },
  decided: readonly Decided<S>[],
  rules: ItemRules<S>,
): ItemFigure<S> {
  const { policy } = rules;
  const anonymous = decided.filter(({ group }) => !group.identified);
  const standing = anonymous.filter(({ figure }) => figure.shown);
  const hiddenHere = anonymous.filter(({ figure }) => !figure.shown);
  const parts = [outside.answered, ...hiddenHere.map(({ answered }) => answered)];
  const left: Answered = {
    values: parts.flatMap(({ values }) => values),
    counting: parts.flatMap(({ counting }) => counting),
    allCount: parts.every(({ allCount }) => allCount),
  };
  const rest = [
    ...outside.relationships,
    ...hiddenHere.flatMap(({ group }) => group.relationships),
  ];
  const withheld = hiddenHere.some(
    ({ group, answered }) => answered.counting.length >= minimumFor(group.relationships, policy),
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

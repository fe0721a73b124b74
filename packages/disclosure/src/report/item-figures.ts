import { minimumFor } from "../minimum-for.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { alikeAtAnEnd, nearlyAlike } from "./alike.ts";
import type { ShownGroup } from "./decide-groups.ts";
import { spreadOf } from "./spread.ts";
import type { ItemFigure, Scale } from "./types.ts";

/** What deciding about one item needs besides the answers. */
export type ItemRules<S> = {
  readonly scale: Scale;
  readonly policy: DisclosurePolicy;
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
  { scale, policy }: ItemRules<unknown>,
): Hidden | null {
  if (values.length < policy.minimumForDistribution) return hidden("hidden-few-for-spread");
  if (policy.alike === "show" || !nearlyAlike(values, scale)) return null;
  return hidden("hidden-nearly-alike");
}

/** Whether a mean over these answers of anonymous raters may be shown, `needed` being the minimum. */
function meanStands(
  values: readonly number[],
  needed: number,
  { scale, policy }: ItemRules<unknown>,
): boolean {
  if (values.length < needed) return false;
  return policy.alike === "show" || !alikeAtAnEnd(values, scale);
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
  if (!meanStands(values, needed, rules)) return hidden("hidden-few-or-alike");
  return figureOf(values, spreadHidden(values, rules), rules);
}

/**
 * The figure of "all raters" on one item, given what is shown of the groups; `outside` are the
 * answers of raters in it who are in no shown group. What remains after subtracting every shown
 * figure must be nobody (and then no group may be hidden here, or the reader would learn that all
 * of it skipped) or stand by itself. Nor may a group be hidden for being alike: n of all raters
 * would tell that it was not for being few. Its spread is shown only when no group shows a mean
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
  const alike = hiddenHere.some(
    ({ group, values }) => values.length >= minimumFor(group.relationships, policy),
  );
  const stands = rest.length === 0 || meanStands(left, minimumFor(rest, policy), rules);
  if (alike || !stands) {
    return hidden(standing.length > 0 ? "hidden-subtraction" : "hidden-few-or-alike");
  }
  const bare = standing.some(({ figure }) => figure.shown && !figure.spread.shown);
  if (bare) return figureOf(everyone, hidden("hidden-subtraction"), rules);
  // Nobody left: the sum of distributions already shown. Otherwise only what is left may decide,
  // or the reason itself would tell of it.
  const spread = rest.length > 0 ? spreadHidden(left, rules) : null;
  return figureOf(everyone, spread, rules);
}

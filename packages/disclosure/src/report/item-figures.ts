import { minimumFor } from "../minimum-for.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { alikeAtAnEnd, nearlyAlike } from "./alike.ts";
import type { ShownAll, ShownGroup } from "./decide-groups.ts";
import { spreadOf } from "./spread.ts";
import type { ItemFigure, Scale } from "./types.ts";

type Summarise<S> = ((values: readonly number[]) => S) | undefined;

/** The answers to one item, by relationship; raters who can't say are absent. */
export type Answers = ReadonlyMap<string, readonly number[]>;

function gather(answers: Answers, relationships: readonly string[]): readonly number[] {
  const [only, ...others] = relationships;
  if (only !== undefined && others.length === 0) return answers.get(only) ?? [];
  return relationships.flatMap((relationship) => answers.get(relationship) ?? []);
}

function figure<S>(
  values: readonly number[],
  spread: Hidden | null,
  scale: Scale,
  policy: DisclosurePolicy,
  summarise: Summarise<S>,
): ItemFigure<S> {
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    shown: true,
    n: values.length,
    mean: roundTo(sum / values.length, policy.precision),
    spread: spread ?? spreadOf(values, scale, policy.precision, summarise),
  };
}

/** Why the spread of these values may not be shown, or null. */
function spreadHidden(values: readonly number[], scale: Scale, policy: DisclosurePolicy) {
  if (values.length < policy.minimumForDistribution) return hidden("hidden-few-for-spread");
  if (policy.alike === "withhold" && nearlyAlike(values, scale))
    return hidden("hidden-nearly-alike");
  return null;
}

/** Whether a mean over these answers of an anonymous group may be shown. */
function meanStands(
  values: readonly number[],
  relationships: readonly string[],
  scale: Scale,
  policy: DisclosurePolicy,
): boolean {
  return (
    values.length >= minimumFor(relationships, policy) &&
    !(policy.alike === "withhold" && alikeAtAnEnd(values, scale))
  );
}

/** One group's figure on one item, by its own answers. */
export function groupItemFigure<S>(
  group: ShownGroup,
  answers: Answers,
  scale: Scale,
  policy: DisclosurePolicy,
  summarise: Summarise<S>,
): ItemFigure<S> {
  const values = gather(answers, group.relationships);
  if (values.length === 0 && group.identified) return hidden("hidden-no-answer");
  if (group.identified) {
    return figure(values, hidden("hidden-few-for-spread"), scale, policy, summarise);
  }
  if (!meanStands(values, group.relationships, scale, policy)) return hidden("hidden-few-or-alike");
  return figure(values, spreadHidden(values, scale, policy), scale, policy, summarise);
}

/**
 * The figure of "all raters" on one item, given what is shown of the groups. What remains after
 * subtracting every shown group must be empty (and then no group may be hidden here, or the reader
 * would learn that all of it skipped) or stand by itself. Its spread is shown only when no group
 * shows a mean without a spread: a distribution beside the means of its parts can be taken apart.
 */
export function allItemFigure<S>(
  all: ShownAll,
  shown: readonly { readonly group: ShownGroup; readonly figure: ItemFigure<S> }[],
  answers: Answers,
  scale: Scale,
  policy: DisclosurePolicy,
  summarise: Summarise<S>,
): ItemFigure<S> {
  const identified = shown.filter(({ group }) => group.identified);
  const known = new Set(identified.flatMap(({ group }) => group.relationships));
  const standing = shown.filter(({ group, figure: f }) => !group.identified && f.shown);
  const covered = new Set(standing.flatMap(({ group }) => group.relationships));
  const anonymous = all.relationships.filter((r) => !known.has(r));
  const rest = anonymous.filter((r) => !covered.has(r));
  const values = gather(answers, anonymous);
  const left = gather(answers, rest);
  // A group hidden for being alike: n of all raters would show that it was not for being few.
  const alike = shown.some(
    ({ group: { identified: named, relationships }, figure: f }) =>
      !named &&
      !f.shown &&
      gather(answers, relationships).length >= minimumFor(relationships, policy),
  );
  if (alike || (rest.length > 0 && !meanStands(left, rest, scale, policy))) {
    return hidden(standing.length > 0 ? "hidden-subtraction" : "hidden-few-or-alike");
  }
  const everyone = gather(answers, all.relationships);
  const bare = standing.some(({ figure: f }) => f.shown && !f.spread.shown);
  const spread = bare
    ? hidden("hidden-subtraction")
    : (spreadHidden(values, scale, policy) ??
      (rest.length > 0 ? spreadHidden(left, scale, policy) : null));
  return figure(everyone, spread, scale, policy, summarise);
}

import type { ObservedMean } from "@twohats/psychometrics";
import type { Known } from "./known-parts.ts";
import { OTHERS, type ReportContent, type ReportRow, SELF } from "./report-content.ts";

/** A participant of a round: what their report shows, and who rated them under which relationship. */
export type RoundMember = {
  participantId: string;
  content: Pick<ReportContent, "groups" | "all" | "hats" | "competencies" | "items">;
  raters: ReadonlyMap<string, readonly string[]>;
};

/** Means in a report are rounded to tenths. */
export const ROUNDING_VARIANCE = 0.1 ** 2 / 12;

/**
 * What one report shows of one hat or competency, as means that have no rater in common: by group where groups make up
 * all raters and each is shown, else all raters together. Nothing where all raters together are not shown.
 */
export function shownMeans(
  { participantId, content, raters }: RoundMember,
  row: ReportRow,
  { known, rater }: { known: (group: string) => Known | null; rater: number },
): ObservedMean[] {
  const groups = content.groups.filter(({ id }) => id !== SELF);
  const observed = (id: string, relationships: readonly string[]): ObservedMean | null => {
    const figure = row.estimates[id];
    const who = relationships.flatMap((relationship) => raters.get(relationship) ?? []);
    if (!figure?.shown || who.length === 0) return null;
    const rests = known(id) ?? { mean: figure.mean, n: figure.n, unknown: 0 };
    // Who could not say on some questions counts for less than a whole rater.
    const fewer = Math.max(0, 1 / rests.n - 1 / who.length);
    return {
      ratee: participantId,
      mean: rests.mean,
      raters: who,
      kind: id,
      extra: ROUNDING_VARIANCE + rests.unknown + rater * fewer,
    };
  };
  if (!row.estimates[OTHERS]?.shown) return [];
  const apart = groups.flatMap(({ id, relationships }) => observed(id, relationships) ?? []);
  const inGroups = groups.reduce((sum, group) => sum + group.raters, 0);
  if (apart.length === groups.length && inGroups === content.all?.raters) return apart;
  const everyone = [...raters.keys()].filter((relationship) => relationship !== SELF);
  const together = observed(OTHERS, everyone);
  return together ? [together] : [];
}

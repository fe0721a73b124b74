import { type FixedEffect, groupMeans } from "@twohats/psychometrics";
import type { Fit } from "./model.ts";
import type { Labels, RatingTable } from "./ratings.ts";

export interface Group {
  name: string;
  ratings: number;
  mean: number;
  /** null for a single rating. */
  sd: number | null;
}

export interface RelationshipGroup extends Group {
  /** Against the most frequent relationship, whose own is null, the same raters and participants supposed. */
  difference: FixedEffect | null;
}

/** null for a column that the file doesn't have. */
export interface Groups {
  relationship: RelationshipGroup[] | null;
  item: Group[] | null;
  competency: Group[] | null;
}

/** Ratings by relationship, item and competency. */
export function groupsOf(table: RatingTable, fit: Fit): Groups {
  const relationships = groupsBy(table.values, table.relationship);
  return {
    relationship:
      relationships?.map((group, code) => ({ ...group, difference: differenceOf(fit, code) })) ??
      null,
    item: groupsBy(table.values, table.item),
    competency: groupsBy(table.values, table.competency),
  };
}

function groupsBy(values: Float64Array, labels: Labels | null): Group[] | null {
  if (labels === null) return null;
  const { names, codes } = labels;
  // Blank cells go to a last group that is left out.
  const blank = names.length;
  const group = codes.map((code) => (code < 0 ? blank : code));
  const { n, mean, sd } = groupMeans(values, group, blank + 1);
  return Array.from({ length: names.length }, (_, code) => {
    const ratings = n[code] as number;
    const spread = ratings < 2 ? null : (sd[code] as number);
    return { name: names.at(code), ratings, mean: mean[code] as number, sd: spread };
  });
}

function differenceOf({ fixed, reference }: Fit, code: number): FixedEffect | null {
  if (reference < 0 || code === reference) return null;
  return fixed[1 + (code < reference ? code : code - 1)] ?? null;
}

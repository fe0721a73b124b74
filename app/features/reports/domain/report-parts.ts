import { itemsOfCompetency, type Measure } from "~/features/questionnaires/domain/index.ts";
import {
  itemVariance,
  type Known,
  knownOfCompetency,
  knownOfHat,
  type ShownFigures,
} from "./known-parts.ts";
import { OTHERS, type ReportContent, type ReportRow } from "./report-content.ts";

/**
 * What the means of one report rest on, by group and by hat or competency; null for a mean of which nothing is known.
 */
export type ReportParts = {
  hat: (group: string, id: string) => Known | null;
  competency: (group: string, id: string) => Known | null;
  /** How far questions of a competency differ, as a variance in shares of the scale's length. */
  itemVariance: (group: string) => number;
};

type Group = ShownFigures & { id: string };

/** How far questions differ is told best by all raters together; without those, by each group of itself. */
export function partsOf(measure: Measure, groups: readonly Group[]): ReportParts {
  const competencies = measure.competencies.map(({ id, hat }) => ({
    id,
    hat,
    items: itemsOfCompetency(measure, id).flatMap((index) => measure.items[index] ?? []),
  }));
  const byId = new Map(groups.map((group) => [group.id, group]));
  const all = competencies.map(({ items }) => items);
  const variances = new Map(
    groups.map((group) => [group.id, itemVariance(byId.get(OTHERS) ?? group, all)]),
  );
  const of = (id: string, known: (group: Group, variance: number) => Known | null) => {
    const group = byId.get(id);
    return group ? known(group, variances.get(id) ?? 0) : null;
  };
  return {
    hat: (group, own) =>
      of(group, (shown, variance) =>
        knownOfHat(
          shown,
          competencies.filter(({ hat }) => hat === own),
          variance,
        ),
      ),
    competency: (group, own) =>
      of(group, (shown, variance) => {
        const items = competencies.find(({ id }) => id === own)?.items ?? [];
        return knownOfCompetency(shown, items, variance);
      }),
    itemVariance: (group) => variances.get(group) ?? 0,
  };
}

type Shown = Pick<ReportContent, "groups" | "items" | "competencies">;

/** The same from a report as it is shown. */
export function partsOfReport(
  measure: Measure,
  { groups, items, competencies }: Shown,
): ReportParts {
  const unnamed = groups.filter(({ identified }) => !identified);
  const nearEnd = (estimates: ReportRow["estimates"], id: string) => {
    const figure = estimates[id];
    return figure?.shown === false && figure.reason === "hidden-near-end";
  };
  const nearEndForAll = new Set(
    items.flatMap(({ id, estimates }) =>
      unnamed.length > 0 && unnamed.every((group) => nearEnd(estimates, group.id)) ? [id] : [],
    ),
  );
  const ids = new Set(items.flatMap(({ estimates }) => Object.keys(estimates)));
  const figuresOf = (rows: Shown["items"] | Shown["competencies"], group: string) =>
    Object.fromEntries(
      rows.flatMap(({ id, estimates }) => {
        const figure = estimates[group];
        return figure ? [[id, figure]] : [];
      }),
    );
  const shown = [...ids].map((id) => ({
    id,
    nearEndForAll,
    items: figuresOf(items, id),
    competencies: figuresOf(competencies, id),
  }));
  return partsOf(measure, shown);
}

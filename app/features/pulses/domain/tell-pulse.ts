import {
  type Disclosed,
  type DisclosurePolicy,
  derive,
  discloseReportFigures,
  type Item,
} from "@twohats/disclosure";
import { groupOf } from "./asked.ts";
import { type PulseFacts, type PulseResult, pulseResult } from "./pulse-result.ts";

/** What one rater answered: to each behaviour, and how it compares with before, in turn. */
export type PulseResponse = {
  relationship: string;
  ratings: readonly (number | null)[];
  counts: boolean;
};

/** What is hoped for of a behaviour, as it was chosen. */
export type Direction = "more" | "less" | "keep";

type Telling = Omit<PulseFacts, "minimum" | "behaviours"> & {
  behaviours: readonly (PulseFacts["behaviours"][number] & { direction: Direction })[];
  responses: readonly PulseResponse[];
  policy: DisclosurePolicy;
  /** Draws from 0 up to 1 that nobody can foresee or repeat. */
  chance: () => number;
};

/** Everything a pulse tells, decided by disclosure first and then beside all that was told before. */
export function tellPulse({
  responses,
  policy,
  chance,
  ...facts
}: Telling): Disclosed<PulseResult> {
  const figures = discloseReportFigures(
    {
      items: facts.behaviours.flatMap(itemsOf),
      competencies: [],
      responses: responses.map((each) => ({
        ...each,
        relationship: nameOf(groupOf(facts.groups, each.relationship)),
      })),
      asked: Object.keys(facts.askedNow).map(nameOf),
      chance,
    },
    { ...policy, minimumFor: minimaOf(facts.groups, policy) },
  );
  return derive(figures, ({ decision, figures: all }) => {
    const byGroup = all.map((each) => (each.id === JOINED ? { ...each, id: MERGED } : each));
    const shown = { decision, figures: byGroup };
    return pulseResult(shown, { ...facts, minimum: policy.minimum });
  });
}

/** What reports call groups that were put together, which no relationship may be called, and what it is here. */
const MERGED = "merged";
const JOINED = "joined";

const nameOf = (group: string) => (group === MERGED ? JOINED : group);

/** A group needs as many as any relationship in it. */
function minimaOf(
  groups: Telling["groups"],
  { minimum, minimumFor }: DisclosurePolicy,
): Record<string, number> {
  return Object.fromEntries(
    groups.map(({ id, relationships }) => [
      nameOf(id),
      Math.max(minimum, ...relationships.map((each) => minimumFor[each] ?? 0)),
    ]),
  );
}

/** That all say it became what it was meant to become gives nobody away who minds. */
const HARMLESS = { more: "high", less: "low", keep: undefined } as const;

function itemsOf(behaviour: Telling["behaviours"][number]): Item[] {
  const { item, since, scale, direction } = behaviour;
  const { low, high, centre } = scale;
  const harmless = HARMLESS[direction];
  return [
    {
      id: item,
      competency: null,
      scale: centre === undefined ? { low, high } : { low, high, centre },
    },
    {
      id: since,
      competency: null,
      scale: { low: 1, high: 3, centre: 2, ...(harmless && { harmless }) },
    },
  ];
}

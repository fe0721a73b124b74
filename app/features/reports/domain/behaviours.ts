import { amountFinding } from "./findings.ts";
import { type Estimate, OTHERS, type ReportContent, type ReportItem } from "./report-content.ts";

/** A behaviour worth naming, with what all others said of it. */
export type Behaviour = {
  id: string;
  competency: string | null;
  mean: number;
  n: number;
  /** Whether its interval leaves no doubt about the side it is on. */
  clear: boolean;
};

export type SplitBehaviour = {
  id: string;
  competency: string | null;
  under: number;
  over: number;
  n: number;
};

export type BehaviourHighlights = {
  /** Nearest to the right amount. */
  right: Behaviour[];
  tooLittle: Behaviour[];
  tooMuch: Behaviour[];
  /** Some see too little and some too much: the average hides both. */
  split: SplitBehaviour[];
};

const MOST = 3;
/** An average within a quarter of a point of right, when it is named among the best. */
const NEAR = 0.25;
/** An average further off than this is worth naming though its interval may reach the right amount. */
const FAR = 0.5;
/** A fifth of the raters on either side make a split. */
const SPLIT = 0.2;

/** The few behaviours to look at first; only those rated by amount and shown for all others together. */
export function behaviourHighlights(
  { items }: Pick<ReportContent, "items">,
  isAmount: (id: string) => boolean,
): BehaviourHighlights {
  const shown = items.flatMap((item) => {
    const estimate = item.estimates[OTHERS];
    return estimate?.shown && isAmount(item.id) ? [{ item, estimate }] : [];
  });
  const split = shown
    .flatMap(({ item, estimate }) => splitOf(item, estimate))
    .sort((a, b) => Math.min(b.under, b.over) - Math.min(a.under, a.over) || byId(a, b))
    .slice(0, MOST);
  const isSplit = new Set(split.map((each) => each.id));
  const rest = shown.flatMap(({ item, estimate }): Behaviour[] => {
    if (isSplit.has(item.id)) return [];
    const { mean, n } = estimate;
    const finding = amountFinding(estimate);
    const clear = finding !== null && finding !== "unclear";
    return [{ id: item.id, competency: item.competency, mean, n, clear }];
  });
  const first = (holds: (each: Behaviour) => boolean, rank: (each: Behaviour) => number) =>
    rest
      .filter(holds)
      .sort((a, b) => rank(a) - rank(b) || byId(a, b))
      .slice(0, MOST);
  return {
    right: first(
      (each) => Math.abs(each.mean) <= NEAR,
      (each) => Math.abs(each.mean),
    ),
    tooLittle: first(
      (each) => each.mean <= -FAR,
      (each) => each.mean,
    ),
    tooMuch: first(
      (each) => each.mean >= FAR,
      (each) => -each.mean,
    ),
    split,
  };
}

function splitOf(
  { id, competency }: ReportItem,
  { shares, n }: Estimate & { shown: true },
): SplitBehaviour[] {
  if (!shares || shares.under < SPLIT || shares.over < SPLIT) return [];
  return [{ id, competency, under: shares.under, over: shares.over, n }];
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

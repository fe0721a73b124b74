import { hashText, type Random } from "./random.ts";
import type { CompetencyTruth, ManagerTruth, RaterTruth, Relationship } from "./truth.ts";

/** What the sample needs to know of an instrument. */
export type RatedInstrument = {
  items: readonly { key: string; competency: string | null; scale: string }[];
};

/** On the amount scale, answers change at these points of the latent amount. */
const amountThresholds = [-1.5, -0.6, 0.6, 1.5] as const;

/** Raters see some people's work better than others'. Multiplies the probability of "can't say". */
const cantSayFactor: Record<Relationship, number> = {
  self: 0.1,
  manager: 0.8,
  peer: 1.3,
  direct_report: 0.7,
  other: 2,
};

/** A fixed property of an item between -1 and 1, the same in every response. */
function itemProperty(key: string, property: string): number {
  return (hashText(`${property} ${key}`) / 2 ** 32) * 2 - 1;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function generalAmount(truth: ManagerTruth): number {
  const amounts = Object.values(truth.competencies).map((one) => one.amount);
  return amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length);
}

type Item = RatedInstrument["items"][number];

function truthOf(truth: ManagerTruth, item: Item): CompetencyTruth | undefined {
  return item.competency === null ? undefined : truth.competencies[item.competency];
}

/** What two people's own history adds: amounts by hat, and liking on the five-point scale. */
type Bond = { byHat: Readonly<Record<string, number>>; liking: number };

/** Raters of one manager differ by N(0, 0.45) in each hat, much as in practice (Scullen et al. 2000). */
function drawBond(random: Random, truth: ManagerTruth, relationship: Relationship): Bond {
  const spread = relationship === "self" ? 0 : 1;
  return {
    byHat: Object.fromEntries(
      Object.keys(truth.hats).map((hat) => [hat, random.normal(0, 0.45 * spread)]),
    ),
    liking: random.normal(0, 0.35 * spread),
  };
}

/** The amount a rater sees before noise: item, view, bond, halo, leniency and shift. */
function seenAmount(
  truth: ManagerTruth,
  item: Item,
  rater: RaterTruth,
  relationship: Relationship,
  bond: Bond,
): number {
  const own = truthOf(truth, item);
  const hat = own?.hat ?? "";
  const view = (truth.perspective[relationship][hat] ?? 0) + (bond.byHat[hat] ?? 0);
  const real =
    (own?.amount ?? generalAmount(truth)) + 0.2 * itemProperty(item.key, "difficulty") + view;
  if (relationship === "self") {
    // Nobody sees their own excesses and gaps in full; the kinder the self-image, the less.
    return real * (1 - clamp(0.4 + 0.3 * truth.selfBias, 0, 0.9)) + rater.shift;
  }
  const impression = (1 - rater.halo) * real + rater.halo * generalAmount(truth);
  return impression * Math.exp(-0.2 * rater.leniency) + rater.shift;
}

function cutAmount(latent: number): number {
  return amountThresholds.filter((threshold) => latent > threshold).length - 2;
}

/** The five-point answer a rater would give before noise. */
function seenTruth(
  truth: ManagerTruth,
  item: Item,
  rater: RaterTruth,
  relationship: Relationship,
  bond: Bond,
): number {
  const own = truthOf(truth, item);
  const level = own === undefined ? truth.effectiveness : 3.5 + 0.55 * own.skill;
  const easy = 0.2 * itemProperty(item.key, "difficulty");
  const kindness = relationship === "self" ? 0.5 * truth.selfBias : 0.35 * rater.leniency;
  return level + easy + kindness + bond.liking;
}

/**
 * One rater's answers about one manager, in the instrument's item order: -2 to 2 on the amount
 * scale, 1 to 5 on the truth scale, null for "can't say". A latent value with the rater's halo,
 * leniency, shift and normal noise is cut at fixed thresholds (graded response, Samejima 1969).
 */
export function simulateResponse(
  random: Random,
  truth: ManagerTruth,
  instrument: RatedInstrument,
  rater: RaterTruth,
  relationship: Relationship,
): (number | null)[] {
  const bond = drawBond(random, truth, relationship);
  return instrument.items.map((item) => {
    const hidden = 1 + 0.7 * itemProperty(item.key, "visibility");
    if (random.chance(rater.cantSay * cantSayFactor[relationship] * hidden)) return null;
    if (item.scale === "amount") {
      const seen = seenAmount(truth, item, rater, relationship, bond);
      return cutAmount(seen + random.normal(0, rater.noise));
    }
    const seen = seenTruth(truth, item, rater, relationship, bond) + random.normal(0, rater.noise);
    return clamp(Math.round(seen), 1, 5);
  });
}

import { normalCdf } from "@twohats/psychometrics";
import type { Measure } from "~/features/questionnaires/domain/measure.ts";
import type { RatedResponse } from "../domain/rated-response.ts";
import { normals, seeded } from "./seeded.ts";

const scale = { low: -2, high: 2, centre: 0 };
const COMPETENCIES = 12;
const ITEMS_EACH = 4;

/** The built-in scale: far too little, too little, the right amount, too much, far too much. */
export const simulatedMeasure: Measure = {
  items: Array.from({ length: COMPETENCIES * ITEMS_EACH }, (_, at) => ({
    id: `item-${at}`,
    competency: `competency-${Math.floor(at / ITEMS_EACH)}`,
    scale,
  })),
  competencies: Array.from({ length: COMPETENCIES }, (_, at) => ({
    id: `competency-${at}`,
    hat: at % 2 === 0 ? "managing" : "leading",
  })),
  hats: ["managing", "leading"],
  questions: [],
};

/** Who rates whom: anyone out of a pool, or one's manager (who has six people), three peers and one's own reports. */
export type Design = "pool" | "line";

export type RoundSettings = {
  participants: number;
  /** Raters of each participant, besides themselves. */
  raters: number;
  seed: number;
  design?: Design;
  /**
   * Standard deviations, in scale points: of raters' leniency towards everyone, of what lies between two people, and of
   * single answers.
   */
  leniency?: number;
  bond?: number;
  noise?: number;
  /** Of items around their competency: for everyone alike, and for each participant. */
  item?: number;
  ownItem?: number;
  /** Probability of "can't say". */
  silent?: number;
  /** Which people rate: another seed, other people. */
  people?: number;
  /** False leaves predicted means out of reports: they are most of the work, and no sentence rests on them. */
  predicted?: boolean;
};

/**
 * As in published studies: raters of one person differ about as much as their answers do (Scullen, Mount and Goff
 * 2000).
 */
const USUAL = { design: "pool", leniency: 0.3, bond: 0.3, noise: 0.6, item: 0.1, ownItem: 0.2 };

/** What all possible raters would say on average about a participant, by competency and by hat. */
export type Truth = { competencies: number[]; hats: [number, number] };

export type Answers = { responses: RatedResponse[]; truths: Truth[] };

/** True amounts by participant and competency: some right, some off to either side. */
export function trueAmounts({ participants, seed }: RoundSettings): number[][] {
  const normal = normals(seed);
  return Array.from({ length: participants }, () => {
    const hats = [0.5 * normal(), 0.5 * normal()];
    return Array.from({ length: COMPETENCIES }, (_, at) => (hats[at % 2] ?? 0) + 0.5 * normal());
  });
}

type Sds = Required<Pick<RoundSettings, "leniency" | "bond" | "noise" | "item" | "ownItem">>;

/**
 * Amounts by participant and item. The items of a questionnaire, and how each participant is in each, stay the same
 * from round to round.
 */
function itemAmounts(
  { seed }: RoundSettings,
  { item, ownItem }: Sds,
  amounts: readonly (readonly number[])[],
): number[][] {
  const normal = normals(seed + 40);
  const items = simulatedMeasure.items.map(() => item * normal());
  return amounts.map((own) =>
    items.map(
      (offset, at) => (own[Math.floor(at / ITEMS_EACH)] ?? 0) + offset + ownItem * normal(),
    ),
  );
}

type Pair = { rater: string; relationship: string };

function ratersOf(settings: RoundSettings, design: Design, participant: number): Pair[] {
  const { participants, raters, seed, people = 0 } = settings;
  const random = seeded(seed * 7919 + participant * 104_729 + people + 1);
  const draw = (pool: readonly number[], count: number) =>
    pool
      .filter((at) => at !== participant)
      .map((at) => ({ at, by: random() }))
      .toSorted((a, b) => a.by - b.by)
      .slice(0, count);
  const pool = Array.from({ length: Math.max(participants, 2 * raters) }, (_, at) => at);
  if (design === "pool")
    return draw(pool, raters).map(({ at }, index) => ({
      rater: `r${at}`,
      relationship: index % 2 === 0 ? "peer" : "direct_report",
    }));
  const peers = Math.min(3, raters - 1);
  return [
    { rater: `manager ${Math.floor(participant / 6)}`, relationship: "manager" },
    ...draw(pool, peers).map(({ at }) => ({ rater: `r${at}`, relationship: "peer" })),
    ...Array.from({ length: raters - 1 - peers }, (_, at) => ({
      rater: `report ${participant} ${at} ${people}`,
      relationship: "direct_report",
    })),
  ];
}

/** Answers of a round with these amounts behind them, and what is true. Each rater rates several. */
export function simulatedAnswers(
  settings: RoundSettings,
  amounts: readonly (readonly number[])[],
): Answers {
  const { seed, silent = 0.05, people = 0, ...rest } = settings;
  const { design = "pool", ...given } = rest;
  const sds: Sds = { ...USUAL, ...given };
  const random = seeded(seed + 1 + people);
  const normal = normals(seed + 2 + people);
  const byItem = itemAmounts(settings, sds, amounts);
  const leniency = new Map<string, number>();
  const lenient = (rater: string) => {
    const known = leniency.get(rater) ?? sds.leniency * normals(hash(`${rater} ${seed}`))();
    leniency.set(rater, known);
    return known;
  };
  const rate = (amount: number) =>
    random() < silent ? null : clipped(Math.round(amount + sds.noise * normal()));
  const answer = (participant: number, { rater, relationship }: Pair): RatedResponse => {
    const shift = relationship === "self" ? 0 : lenient(rater) + sds.bond * normal();
    return {
      participantId: `p${participant}`,
      rater,
      relationship,
      counts: true,
      ratings: (byItem[participant] ?? []).map((amount) => rate(amount + shift)),
    };
  };
  return {
    responses: amounts.flatMap((_, participant) => [
      answer(participant, { rater: `r${participant}`, relationship: "self" }),
      ...ratersOf(settings, design, participant).map((pair) => answer(participant, pair)),
    ]),
    truths: byItem.map((own) => truthOf(own, Math.hypot(sds.leniency, sds.bond, sds.noise))),
  };
}

function truthOf(own: readonly number[], sd: number): Truth {
  const items = own.map((amount) => meanRating(amount, sd));
  const competencies = simulatedMeasure.competencies.map((_, at) =>
    mean(items.slice(at * ITEMS_EACH, (at + 1) * ITEMS_EACH)),
  );
  const hat = (parity: number) => mean(competencies.filter((_, at) => at % 2 === parity));
  return { competencies, hats: [hat(0), hat(1)] };
}

/** The mean of a normal amount once it is rounded to the scale's points and cut off at its ends. */
function meanRating(amount: number, sd: number): number {
  let sum = scale.high;
  for (let point = scale.low; point < scale.high; point += 1)
    sum -= normalCdf((point + 0.5 - amount) / sd);
  return sum;
}

const clipped = (value: number) => Math.max(scale.low, Math.min(scale.high, value));

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A number for a text, the same every time (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

import { type Check, itemOrder, type Ratings, type Scale } from "./check.ts";

export type Band = "low" | "middle" | "high";

export type PartResult = {
  key: string;
  /** The mean of what was answered, on the check's scale; null where too little was. */
  mean: number | null;
  band: Band | null;
  answered: number;
  of: number;
  /** Answers on either side of the right amount; 0 on other scales. */
  tooMuch: number;
  tooLittle: number;
};

export type Result = {
  parts: PartResult[];
  /** The mean of each hat's parts, where the check speaks of hats and every part of a hat has a figure. */
  hats: { managing: number; leading: number } | null;
  /** How many items were left out. */
  open: number;
  /** Every answer is the same, and there are several. */
  isAllAlike: boolean;
};

/** Of four items three have to be answered; in general three quarters, rounded up. */
export function neededOf(items: number): number {
  return Math.ceil((items * 3) / 4);
}

/** Below this a difference of two means, or of a mean from the right amount, is "about equal". In points of a scale. */
export const ABOUT_EQUAL = 0.5;
/** Means of fractions are not exact: what differs by half a point does so in spite of rounding. */
const ROUNDING = 1e-9;

/** Whether two figures are less than half a point apart. */
export function isAboutEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < ABOUT_EQUAL - ROUNDING;
}

/**
 * What the answers of one person come to. Pure, and the same in a browser and on a server.
 * @param ratings one for each item, in the order of `itemOrder`; null for none. @throws where there are more or fewer.
 */
export function score(check: Check, ratings: Ratings): Result {
  const order = itemOrder(check);
  if (ratings.length !== order.length) throw new RangeError("not as many answers as items");
  const parts = check.parts.map(({ key, items }, part): PartResult => {
    const given = ratings.filter(
      (rating, index): rating is number => rating !== null && order[index]?.part === part,
    );
    const mean = given.length < neededOf(items) ? null : meanOf(given);
    const beyond = (side: 1 | -1) =>
      check.scale === "amount" ? given.filter((rating) => rating * side > 0).length : 0;
    return {
      ...{ key, mean, answered: given.length, of: items },
      ...{ band: mean === null ? null : bandOf(check.scale, mean) },
      ...{ tooMuch: beyond(1), tooLittle: beyond(-1) },
    };
  });
  const all = ratings.filter((rating) => rating !== null);
  return {
    parts,
    hats: hatsOf(check, parts),
    open: ratings.length - all.length,
    isAllAlike: all.length > 1 && new Set(all).size === 1,
  };
}

/** Whether there is anything to show: at least one part with enough answers. */
export function hasFigures({ parts }: Result): boolean {
  return parts.some(({ mean }) => mean !== null);
}

function bandOf(scale: Scale, mean: number): Band {
  const centre = scale === "amount" ? 0 : 3;
  if (isAboutEqual(mean, centre)) return "middle";
  return mean > centre ? "high" : "low";
}

function hatsOf({ scale, parts: asked }: Check, parts: readonly PartResult[]): Result["hats"] {
  if (scale !== "amount") return null;
  const of = (tone: "managing" | "leading") => {
    const means = parts.filter((_, index) => asked[index]?.tone === tone).map(({ mean }) => mean);
    const known = means.filter((mean) => mean !== null);
    return known.length > 0 && known.length === means.length ? meanOf(known) : null;
  };
  const [managing, leading] = [of("managing"), of("leading")];
  return managing === null || leading === null ? null : { managing, leading };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import type { Marginals } from "../cover/beliefs.ts";
import type { NearEnd } from "../cover/near-end-figure.ts";
import type { Scale } from "../cover/scale.ts";
import type { Hidden } from "../reason.ts";
import type { GroupDecision } from "./decide-groups.ts";

/** One question, in the order of the ratings. `competency` is null when it belongs to none. */
export type Item = {
  readonly id: string;
  readonly competency: string | null;
  readonly scale: Scale;
};

/** A competency, and the hat it belongs to if any. */
export type Competency = { readonly id: string; readonly hat: string | null };

/** One rater's answers in item order; null where the rater can't say. */
export type Ratings = {
  readonly relationship: string;
  readonly ratings: readonly (number | null)[];
  /**
   * Whether this rater counts towards minima; true unless given. One whose answers the reader may have made or know
   * (an address of their own among the raters) does not: their answers are in the figures, and protect nobody.
   */
  readonly counts?: boolean;
};

/** What a report is made from. `summarise` sees only values whose spread may be shown. */
export type ReportInput<S = never> = {
  readonly items: readonly Item[];
  readonly competencies: readonly Competency[];
  readonly responses: readonly Ratings[];
  /** Relationships that were asked, so that those without an answer are named among the hidden. */
  readonly asked?: readonly string[];
  /**
   * A number from 0 up to 1, drawn anew for each figure, that nobody can foresee or draw again: it decides which
   * figures are withheld beside those that must be, so that withholding tells little. Keep what comes out, never draw
   * twice for one report.
   */
  readonly chance: () => number;
  /**
   * The round's marginals by item id (see `discloseMarginals`); where there are none, the built-in ones of the scale.
   */
  readonly marginals?: Readonly<Record<string, Marginals>>;
  /** A pure summary of values in ascending order, stored as `detail`. */
  readonly summarise?: (values: readonly number[]) => S;
};

/** How a group's answers to an item vary. Only from five raters, and only where they differ enough. */
export type Spread<S = never> = {
  readonly shown: true;
  /** Standard deviation with n - 1, in scale points. */
  readonly sd: number;
  /** How many gave each point of the scale, from low to high. */
  readonly counts: readonly number[];
  /** Shares from 0 to 1 below, at and above the centre; null on a scale without one. */
  readonly shares: Shares | null;
  readonly detail: S | null;
};

/** Shares of the answers below, at and above the right amount; they sum to 1 before rounding. */
export type Shares = { readonly under: number; readonly right: number; readonly over: number };

/** A group's figure on one item. */
export type ItemFigure<S = never> =
  | {
      readonly shown: true;
      readonly n: number;
      readonly mean: number;
      readonly spread: Spread<S> | Hidden;
    }
  | NearEnd
  | Hidden;

/** A group's figure over several items, worked out from shown figures alone. */
export type CombinedFigure =
  | {
      readonly shown: true;
      /** The smallest n behind it. */
      readonly n: number;
      /**
       * Mean of the shown parts, each counting once; a part known to be near an end counts with the middle of where it
       * may be.
       */
      readonly mean: number;
      /** How far the mean may be off because parts are only known to be near an end, in scale points. */
      readonly within: number;
      /** How many parts (items, or competencies for a hat) are shown or known to be near an end, of how many. */
      readonly parts: { readonly shown: number; readonly of: number };
      /**
       * The largest standard deviation between raters that the shown spreads allow (the mean of
       * the parts' standard deviations, by the triangle inequality); null unless every part shows one.
       */
      readonly sdAtMost: number | null;
      /** Mean shares over the parts; null unless every shown part has shares. */
      readonly shares: Shares | null;
    }
  | Hidden;

/** Every figure of one group; `id` is a group's id, or "all". Items are keyed by item id. */
export type GroupFigures<S = never> = {
  readonly id: string;
  readonly items: Readonly<Record<string, ItemFigure<S>>>;
  readonly competencies: Readonly<Record<string, CombinedFigure>>;
  readonly hats: Readonly<Record<string, CombinedFigure>>;
};

/** All figures of a report: the decision on groups, and each shown group's figures, "all" last. */
export type ReportFigures<S = never> = {
  readonly decision: GroupDecision;
  readonly figures: readonly GroupFigures<S>[];
};

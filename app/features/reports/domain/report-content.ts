import type { CommentDecision, Hidden, HiddenReason, NearEnd, Shares } from "@twohats/disclosure";

/**
 * A figure with its sureness: never a number without its n. `low` and `high` are null where no interval can be given.
 */
export type Estimate =
  | {
      shown: true;
      mean: number;
      n: number;
      low: number | null;
      high: number | null;
      shares: Shares | null;
      /**
       * Average deviation from the mean in scale points (Burke, Finkelstein and Dusig 1999); null where no spread may
       * be shown.
       */
      agreement: number | null;
    }
  | NearEnd
  | Hidden;

/**
 * What others' mean would most likely be if very many such raters rated, all using the scale alike; with its 95 %
 * interval.
 */
export type Adjusted = {
  mean: number;
  low: number;
  high: number;
  /** Others' mean less this one. */
  shift: number;
  /** Answers behind others' mean; in reports of earlier releases, raters who rated someone else, too. */
  raters: number;
};

/**
 * How adjusted means came about: predicted from the means that the round's reports show, or (before that) less the
 * leniency of those who rated others, too. Or why there are none: the round has too few participants, or the report is
 * older than they are.
 */
export type Adjustment = "prediction" | "leniency" | "small-round" | "older-report";

export type ReportGroup = {
  id: string;
  relationships: readonly string[];
  raters: number;
  identified: boolean;
};

/** How the participant's own view differs from that of all others. Positive: they see more of it in themselves. */
export type Gap = { difference: number; low: number | null; high: number | null; clear: boolean };

/** One hat or competency: a figure per group id, "all" for all others together. */
export type ReportRow = {
  id: string;
  hat: string | null;
  estimates: Record<string, Estimate>;
  gap: Gap | null;
  adjusted: Adjusted | null;
};

export type ReportItem = {
  id: string;
  competency: string | null;
  estimates: Record<string, Estimate>;
};

/** A point of the balance plane: managing across, leading up, in scale points. */
export type Point = { across: number; up: number };

/**
 * An ellipse that holds the true mean with 95 % confidence. Half axes in scale points, angle in radians from across.
 */
export type Ellipse = { major: number; minor: number; angle: number };

/** A mean of others last time and now, on the same scale. `low` and `high` are the 95 % interval of the difference. */
export type Change = {
  id: string;
  before: { mean: number; n: number };
  now: { mean: number; n: number };
  low: number;
  high: number;
  /**
   * Between these differences lies what may be noise: for at most one in twenty claims of a round's reports to be
   * wrong.
   */
  noise: { low: number; high: number };
  verdict: "up" | "down" | "within-noise";
};

/** The report before this one, where the same was measured. */
export type SinceLastTime = {
  cycleName: string;
  closedOn: string;
  others: (Point & { raters: number }) | null;
  /** People asked last time, besides the participant, and how many of them were asked again. */
  asked: { before: number; again: number };
  /**
   * What the changes claimed were held to: all of a round's together, or each by its own interval, as earlier releases
   * did.
   */
  claims: "round" | "each";
  hats: Change[];
  competencies: Change[];
};

/** Raters who count that figures, spreads and comments took. Reports from before lists could need more do not say. */
export type Minima = { raters: number; spread: number; commenters: number };

export type ReportContent = {
  format: 4;
  minima?: Minima;
  groups: readonly ReportGroup[];
  hidden: readonly { relationship: string; reason: HiddenReason }[];
  all: { raters: number } | null;
  hats: ReportRow[];
  competencies: ReportRow[];
  items: ReportItem[];
  adjustment: Adjustment;
  balance: {
    self: Point | null;
    others: (Point & { raters: number; ellipse: Ellipse | null }) | null;
    /** 0 to 100: how near others see both hats to the right amount (Kaiser and Kaplan 2005). */
    versatility: { value: number; raters: number } | null;
  };
  comments: CommentDecision;
  sinceLastTime: SinceLastTime | null;
};

/** The minima that a report was made with. */
export function minimaOf({ minima }: Pick<ReportContent, "minima">): Minima {
  return minima ?? { raters: 3, spread: 5, commenters: 3 };
}

/** What a report says from the answers about its participant alone, before the round's other reports are known. */
export type OwnFigures = Omit<ReportContent, "adjustment" | "sinceLastTime">;

export const OTHERS = "all";
export const SELF = "self";

import type { CommentDecision, Hidden, HiddenReason, Shares } from "@twohats/disclosure";

/** A figure with its sureness: never a number without its n. `low` and `high` are null where no interval can be given. */
export type Estimate =
  | {
      shown: true;
      mean: number;
      n: number;
      low: number | null;
      high: number | null;
      shares: Shares | null;
    }
  | Hidden;

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
};

export type ReportItem = {
  id: string;
  competency: string | null;
  estimates: Record<string, Estimate>;
};

/** A point of the balance plane: managing across, leading up, in scale points. */
export type Point = { across: number; up: number };

/** An ellipse that holds the true mean with 95 % confidence. Half axes in scale points, angle in radians from across. */
export type Ellipse = { major: number; minor: number; angle: number };

export type ReportContent = {
  format: 1;
  groups: readonly ReportGroup[];
  hidden: readonly { relationship: string; reason: HiddenReason }[];
  all: { raters: number } | null;
  hats: ReportRow[];
  competencies: ReportRow[];
  items: ReportItem[];
  balance: {
    self: Point | null;
    others: (Point & { raters: number; ellipse: Ellipse | null }) | null;
  };
  comments: CommentDecision;
};

export const OTHERS = "all";
export const SELF = "self";

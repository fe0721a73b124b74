import type {
  Adjusted,
  Change,
  Ellipse,
  Estimate,
  Gap,
  OwnFigures,
  Point,
  ReportContent,
  ReportRow,
  SinceLastTime,
} from "./report-content.ts";

/** Decimals of what is in scale points, as pages, letters and files show it. */
const POINTS = 1;
/** Of shares, which are shown as whole per cents, and of what is only drawn. */
const FINE = 2;

/**
 * A report as it is stored and sent: with the decimals that it shows and no others, so that neither a page nor a file
 * carries more than can be read from it. What is decided (whether a gap is clear, whether something changed) was
 * decided before.
 */
export function roundReport(content: ReportContent): ReportContent {
  const { sinceLastTime } = content;
  return {
    ...content,
    ...roundFigures(content),
    sinceLastTime: sinceLastTime && since(sinceLastTime),
  };
}

/** The same for what is not yet a whole report. */
export function roundFigures(content: OwnFigures): OwnFigures {
  const { balance } = content;
  return {
    ...content,
    hats: content.hats.map(row),
    competencies: content.competencies.map(row),
    items: content.items.map((item) => ({ ...item, estimates: estimates(item.estimates) })),
    balance: {
      self: balance.self && point(balance.self),
      others: balance.others && {
        ...balance.others,
        ...point(balance.others),
        ellipse: balance.others.ellipse && ellipse(balance.others.ellipse),
      },
      versatility: balance.versatility,
    },
  };
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Away from binary fractions (0.15 is a little less), and never minus zero.
  return Math.round(value * factor + Math.sign(value) * 1e-9) / factor + 0;
}

/** In scale points, with the decimals that are shown. */
export const points = (value: number) => round(value, POINTS);
const pointsOrNull = (value: number | null) => (value === null ? null : points(value));

function estimate(figure: Estimate): Estimate {
  if (!figure.shown) return figure;
  return {
    ...figure,
    mean: points(figure.mean),
    low: pointsOrNull(figure.low),
    high: pointsOrNull(figure.high),
    agreement: pointsOrNull(figure.agreement),
    shares: figure.shares && {
      under: round(figure.shares.under, FINE),
      right: round(figure.shares.right, FINE),
      over: round(figure.shares.over, FINE),
    },
  };
}

function estimates(all: Record<string, Estimate>): Record<string, Estimate> {
  return Object.fromEntries(Object.entries(all).map(([id, figure]) => [id, estimate(figure)]));
}

function row(each: ReportRow): ReportRow {
  return {
    ...each,
    estimates: estimates(each.estimates),
    gap: each.gap && gap(each.gap),
    adjusted: each.adjusted && adjusted(each.adjusted),
  };
}

function gap({ difference, low, high, clear }: Gap): Gap {
  return {
    difference: points(difference),
    low: pointsOrNull(low),
    high: pointsOrNull(high),
    clear,
  };
}

function adjusted({ mean, low, high, shift, raters }: Adjusted): Adjusted {
  return {
    mean: points(mean),
    low: points(low),
    high: points(high),
    shift: points(shift),
    raters,
  };
}

function point({ across, up }: Point): Point {
  return { across: points(across), up: points(up) };
}

function ellipse({ major, minor, angle }: Ellipse): Ellipse {
  return { major: round(major, FINE), minor: round(minor, FINE), angle: round(angle, FINE) };
}

function since(last: SinceLastTime): SinceLastTime {
  return {
    ...last,
    others: last.others && { ...last.others, ...point(last.others) },
    hats: last.hats.map(change),
    competencies: last.competencies.map(change),
  };
}

function change(each: Change): Change {
  const { before, now, low, high, noise } = each;
  return {
    ...each,
    before: { mean: points(before.mean), n: before.n },
    now: { mean: points(now.mean), n: now.n },
    low: points(low),
    high: points(high),
    noise: { low: round(noise.low, FINE), high: round(noise.high, FINE) },
  };
}

import type {
  Change,
  Estimate,
  ReportContent,
  ReportItem,
  ReportRow,
  SinceLastTime,
} from "./report-content.ts";

type Known<T> = T extends { shown: true } ? Omit<T, "agreement"> : T;
type OldEstimates = Record<string, Known<Estimate>>;
type OldRow = Omit<ReportRow, "adjusted" | "estimates"> & { estimates: OldEstimates };
type OldChange = Omit<Change, "noise">;
type ThirdChange = OldChange & { noise: number };

/** What reports were before agreement, adjusted means, versatility and the time before were part of them. */
export type FirstFormat = Omit<
  ReportContent,
  "format" | "hats" | "competencies" | "items" | "adjustment" | "balance" | "sinceLastTime"
> & {
  format: 1;
  hats: OldRow[];
  competencies: OldRow[];
  items: (Omit<ReportItem, "estimates"> & { estimates: OldEstimates })[];
  balance: Omit<ReportContent["balance"], "versatility">;
};

/**
 * What reports were when a change counted by its own interval, and adjusted means were others' less their raters'
 * leniency.
 */
export type SecondFormat = Omit<ReportContent, "format" | "adjustment" | "sinceLastTime"> & {
  format: 2;
  sinceLastTime:
    | (Omit<SinceLastTime, "claims" | "hats" | "competencies"> & {
        hats: OldChange[];
        competencies: OldChange[];
      })
    | null;
};

/** What reports were when each change was judged by itself, so that its band lay evenly round none at all. */
export type ThirdFormat = Omit<ReportContent, "format" | "sinceLastTime"> & {
  format: 3;
  sinceLastTime:
    | (Omit<SinceLastTime, "hats" | "competencies"> & {
        hats: ThirdChange[];
        competencies: ThirdChange[];
      })
    | null;
};

export type StoredReport = FirstFormat | SecondFormat | ThirdFormat | ReportContent;

/** Every format that was ever stored, today's last; the type makes a forgotten one a mistake. */
const formats: Readonly<Record<StoredReport["format"], true>> = {
  1: true,
  2: true,
  3: true,
  4: true,
};
export const knownFormats: readonly number[] = Object.keys(formats).map(Number);

/** A stored report in the shape of today. What an older one did not hold stays unknown: it was never decided upon. */
export function upgradeReport(stored: StoredReport): ReportContent {
  if (stored.format === 4) return stored;
  if (stored.format === 3) return fromThird(stored);
  return fromThird(fromSecond(stored.format === 2 ? stored : fromFirst(stored)));
}

function fromFirst(stored: FirstFormat): SecondFormat {
  const rows = (old: OldRow[]) =>
    old.map((row) => ({ ...row, estimates: withAgreement(row.estimates), adjusted: null }));
  return {
    ...stored,
    format: 2,
    hats: rows(stored.hats),
    competencies: rows(stored.competencies),
    items: stored.items.map((item) => ({ ...item, estimates: withAgreement(item.estimates) })),
    balance: { ...stored.balance, versatility: null },
    sinceLastTime: null,
  };
}

function fromSecond(stored: SecondFormat): ThirdFormat {
  const { hats, competencies, sinceLastTime } = stored;
  const any = [...hats, ...competencies].some(({ adjusted }) => adjusted !== null);
  return {
    ...stored,
    format: 3,
    adjustment: any ? "leniency" : "older-report",
    sinceLastTime: sinceLastTime && {
      ...sinceLastTime,
      claims: "each",
      hats: sinceLastTime.hats.map(withNoise),
      competencies: sinceLastTime.competencies.map(withNoise),
    },
  };
}

function fromThird({ sinceLastTime, ...stored }: ThirdFormat): ReportContent {
  const withBand = (change: ThirdChange): Change => ({
    ...change,
    noise: { low: -change.noise, high: change.noise },
  });
  return {
    ...stored,
    format: 4,
    sinceLastTime: sinceLastTime && {
      ...sinceLastTime,
      hats: sinceLastTime.hats.map(withBand),
      competencies: sinceLastTime.competencies.map(withBand),
    },
  };
}

/** Then a difference counted when its interval left out none at all. */
function withNoise(change: OldChange): ThirdChange {
  return { ...change, noise: (change.high - change.low) / 2 };
}

function withAgreement(estimates: OldEstimates): Record<string, Estimate> {
  return Object.fromEntries(
    Object.entries(estimates).map(([group, figure]) => [
      group,
      figure.shown ? { ...figure, agreement: null } : figure,
    ]),
  );
}

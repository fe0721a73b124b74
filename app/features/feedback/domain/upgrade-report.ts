import type { Estimate, ReportContent, ReportItem, ReportRow } from "./report-content.ts";

type Known<T> = T extends { shown: true } ? Omit<T, "agreement"> : T;
type OldEstimates = Record<string, Known<Estimate>>;
type OldRow = Omit<ReportRow, "adjusted" | "estimates"> & { estimates: OldEstimates };

/** What reports were before agreement, adjusted means, versatility and the time before were part of them. */
export type FirstFormat = Omit<
  ReportContent,
  "format" | "hats" | "competencies" | "items" | "balance" | "sinceLastTime"
> & {
  format: 1;
  hats: OldRow[];
  competencies: OldRow[];
  items: (Omit<ReportItem, "estimates"> & { estimates: OldEstimates })[];
  balance: Omit<ReportContent["balance"], "versatility">;
};

/** A stored report in the shape of today. What an older one did not hold stays unknown: it was never decided upon. */
export function upgradeReport(stored: FirstFormat | ReportContent): ReportContent {
  if (stored.format === 2) return stored;
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

function withAgreement(estimates: OldEstimates): Record<string, Estimate> {
  return Object.fromEntries(
    Object.entries(estimates).map(([group, figure]) => [
      group,
      figure.shown ? { ...figure, agreement: null } : figure,
    ]),
  );
}

import { type Absence, MOST_ABSENCES, type PersonStatus } from "~/features/people/domain/index.ts";
import { overlap, type Span } from "./away.ts";
import type { ReadRow } from "./read-row.ts";

/** What becomes of an absence in a file, or of one that is noted already. */
export type AbsenceOutcome =
  /** It is noted, in place of those that overlap with it. */
  | "noted"
  /** It is noted already. */
  | "known"
  /** It is over, and not noted. */
  | "over"
  /** Its person has left, and it is not noted. */
  | "left"
  /** It was noted, stands no longer in the file, and is taken away. */
  | "erased";

export type AbsencePlan = Span & {
  /** The rows that tell it; several where theirs overlap. */
  rows: number[];
  outcome: AbsenceOutcome;
  /** Those noted before that go. */
  replaced: Absence[];
};

type Request = {
  /** All rows about one person that may be used. */
  rows: readonly ReadRow[];
  /** What is noted of them and not over. */
  known: readonly Absence[];
  /** Theirs afterwards. */
  status: PersonStatus;
  today: string;
  erasesEmpty: boolean;
};

/**
 * What the rows about one person do to when they are away. The file counts for the time it tells: what is noted of it
 * and overlaps goes, what is noted of another time stays. Nothing says why, and what is over is not noted any more.
 */
export function planAbsences({ rows, known, status, today, erasesEmpty }: Request): AbsencePlan[] {
  const plans = joined(rows).map(({ rows: numbers, ...span }): AbsencePlan => {
    const none = { ...span, rows: numbers, replaced: [] };
    if (span.lastDay < today) return { ...none, outcome: "over" };
    if (status === "inactive") return { ...none, outcome: "left" };
    const overlapping = known.filter((each) => overlap(each, span));
    const [only, ...others] = overlapping;
    if (only && others.length === 0 && sameSpan(only, span)) return { ...none, outcome: "known" };
    return { ...none, outcome: "noted", replaced: overlapping };
  });
  if (!erasesEmpty || rows.length !== 1 || rows[0]?.away !== "none") return plans;
  const [{ row }] = rows as [ReadRow];
  return known.map(({ id, firstDay, lastDay }) => ({
    ...{ firstDay, lastDay, rows: [row], outcome: "erased" as const },
    replaced: [{ id, firstDay, lastDay }],
  }));
}

/** Whether somebody would have more absences than can be kept. */
export function isTooMuch(plans: readonly AbsencePlan[], known: readonly Absence[]): boolean {
  const gone = plans.reduce((sum, { replaced }) => sum + replaced.length, 0);
  const noted = plans.filter(({ outcome }) => outcome === "noted").length;
  return noted > 0 && known.length - gone + noted > MOST_ABSENCES;
}

/** The absences in rows, the earliest first; those that overlap as one. */
function joined(rows: readonly ReadRow[]): (Span & { rows: number[] })[] {
  const spans = rows
    .flatMap(({ row, away }) => (typeof away === "object" ? [{ row, ...away }] : []))
    .sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  const together: (Span & { rows: number[] })[] = [];
  for (const { row, ...span } of spans) {
    const last = together.at(-1);
    if (!last || !overlap(last, span)) together.push({ ...span, rows: [row] });
    else {
      last.rows.push(row);
      if (span.lastDay > last.lastDay) last.lastDay = span.lastDay;
    }
  }
  return together;
}

function sameSpan(one: Span, other: Span): boolean {
  return one.firstDay === other.firstDay && one.lastDay === other.lastDay;
}

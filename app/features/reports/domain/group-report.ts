import {
  bundle,
  type CellFigure,
  type Disclosed,
  type DisclosurePolicy,
  derive,
  type ProtectedTable,
  protectTable,
} from "@twohats/disclosure";
import { tQuantile } from "@twohats/psychometrics";
import { type AmountFinding, amountFinding } from "./findings.ts";
import { OTHERS, type ReportContent } from "./report-content.ts";

/** A mean over participants with its n and 95 % interval, or hidden. */
export type GroupFigure =
  | { shown: true; mean: number; n: number; low: number; high: number }
  | { shown: false };

/** A hat or competency over all participants and by department. */
export type GroupRow = {
  id: string;
  hat: string | null;
  all: GroupFigure;
  departments: Record<string, GroupFigure>;
  /** How many participants are clearly on which side; null where too few are. */
  findings: Record<AmountFinding, number | null> | null;
};

/** What may be said of a whole cycle. */
export type GroupReport = {
  format: 1;
  /** Participants with figures of others, and all who took part. */
  participants: { shown: number; all: number };
  hats: GroupRow[];
  competencies: GroupRow[];
  /** How many participants are where on both hats: first hat down, second across; null where too few. */
  both: { finding: AmountFinding; counts: (number | null)[] }[];
};

export const findingOrder = ["too-little", "about-right", "too-much", "unclear"] as const;

/** One participant, as others see them: their own frozen figures. */
export type GroupMember = {
  department: string | null;
  rows: Pick<ReportContent, "hats" | "competencies">;
};

/** A department that nobody wrote down. */
export const NO_DEPARTMENT = "";

/**
 * The report on a cycle for HR. Each mean, by department and over all, passes through a disclosure table, so that no
 * department of fewer than the minimum can be worked out from the others and the total; so does each count of
 * participants.
 */
export function groupReport(
  members: readonly GroupMember[],
  policy: DisclosurePolicy,
): Disclosed<GroupReport> {
  const [first] = members;
  const hats = first?.rows.hats ?? [];
  const competencies = first?.rows.competencies ?? [];
  const rowOf = (kind: "hats" | "competencies", id: string) =>
    tablesOf(members, (member) => member.rows[kind].find((row) => row.id === id), policy);
  const parts = bundle({
    hats: bundle(Object.fromEntries(hats.map(({ id }) => [id, rowOf("hats", id)]))),
    competencies: bundle(
      Object.fromEntries(competencies.map(({ id }) => [id, rowOf("competencies", id)])),
    ),
    both: bothTable(members, policy),
  });
  // How many took part is known to HR from the start.
  const all = members.length;
  return derive(parts, (shown) => {
    const rows = (
      kind: "hats" | "competencies",
      of: readonly { id: string; hat: string | null }[],
    ) =>
      of.flatMap(({ id, hat }) => {
        const tables = shown[kind][id];
        return tables ? [groupRow({ id, hat }, tables)] : [];
      });
    const made = rows("hats", hats);
    return {
      format: 1,
      participants: { shown: Math.max(0, ...made.map(({ all }) => (all.shown ? all.n : 0))), all },
      hats: made,
      competencies: rows("competencies", competencies),
      both: findingOrder.map((finding, at) => ({
        finding,
        counts: (shown.both.cells[at] ?? []).map(countOf),
      })),
    };
  });
}

type Row = ReportContent["hats"][number] | undefined;
type Tables = { means: ProtectedTable; squares: ProtectedTable; findings: ProtectedTable };

/** Means, mean squares (for their spread) and sides, by department. */
function tablesOf(
  members: readonly GroupMember[],
  rowOf: (member: GroupMember) => Row,
  policy: DisclosurePolicy,
): Disclosed<Tables> {
  const values = members.flatMap((member) => {
    const others = rowOf(member)?.estimates[OTHERS];
    if (!others?.shown) return [];
    const finding = amountFinding(others) ?? "unclear";
    return [{ department: member.department ?? NO_DEPARTMENT, mean: others.mean, finding }];
  });
  const departments = [...new Set(values.map((each) => each.department))].sort();
  const table = (score: (mean: number) => number) =>
    protectTable(
      {
        rows: departments,
        columns: ["all"],
        cells: departments.map((department) => {
          const own = values.filter((each) => each.department === department);
          return [{ n: own.length, sum: own.reduce((sum, each) => sum + score(each.mean), 0) }];
        }),
      },
      policy,
    );
  return bundle({
    means: table((mean) => mean),
    squares: table((mean) => mean ** 2),
    findings: protectTable(
      {
        rows: findingOrder,
        columns: ["all"],
        cells: findingOrder.map((finding) => {
          const n = values.filter((each) => each.finding === finding).length;
          return [{ n, sum: n }];
        }),
      },
      policy,
    ),
  });
}

function bothTable(members: readonly GroupMember[], policy: DisclosurePolicy) {
  const placed = members.flatMap(({ rows: { hats } }) => {
    const [down, across] = hats.map((row) => amountFinding(row.estimates[OTHERS]));
    return down && across ? [{ down, across }] : [];
  });
  return protectTable(
    {
      rows: findingOrder,
      columns: findingOrder,
      cells: findingOrder.map((down) =>
        findingOrder.map((across) => {
          const n = placed.filter((each) => each.down === down && each.across === across).length;
          return { n, sum: n };
        }),
      ),
    },
    policy,
  );
}

function groupRow(
  { id, hat }: { id: string; hat: string | null },
  { means, squares, findings }: Tables,
): GroupRow {
  return {
    id,
    hat,
    all: figureOf(means.total, squares.total),
    departments: Object.fromEntries(
      means.rows.map((department, at) => [
        department,
        figureOf(means.cells[at]?.[0], squares.cells[at]?.[0]),
      ]),
    ),
    findings:
      hat === null
        ? null
        : (Object.fromEntries(
            findingOrder.map((finding, at) => [finding, countOf(findings.cells[at]?.[0])]),
          ) as GroupRow["findings"]),
  };
}

/** Student's interval for the mean of participants, from what both tables show. */
function figureOf(mean: CellFigure | undefined, square: CellFigure | undefined): GroupFigure {
  if (!mean?.shown || !square?.shown || mean.n < 2) return { shown: false };
  const { n } = mean;
  const variance = Math.max(0, ((square.mean - mean.mean ** 2) * n) / (n - 1));
  const half = tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { shown: true, mean: mean.mean, n, low: mean.mean - half, high: mean.mean + half };
}

/** Nobody is nobody: an empty cell may be told apart from a hidden one only where nobody could be in it. */
function countOf(cell: CellFigure | undefined): number | null {
  return cell?.shown ? cell.n : null;
}

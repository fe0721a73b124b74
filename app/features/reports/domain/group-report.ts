import {
  bundle,
  type Disclosed,
  type DisclosurePolicy,
  derive,
  FigureLedger,
  type LedgerFigure,
  type Standing,
} from "@twohats/disclosure";
import { tQuantile } from "@twohats/psychometrics";
import { type AmountFinding, amountFinding } from "./findings.ts";
import { OTHERS, type ReportContent } from "./report-content.ts";
import { points } from "./round-report.ts";

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
  /** Of a hat: how many participants are clearly on which side; null where too few are. */
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
  participantId: string;
  department: string | null;
  rows: Pick<ReportContent, "hats" | "competencies">;
};

/** A department that nobody wrote down. */
export const NO_DEPARTMENT = "";

/** What HR sees of a cycle, and of each figure in it the ledger that whoever asks further is held against. */
export type DecidedGroup = {
  report: Disclosed<GroupReport>;
  /** Everyone who may be behind a figure, in the order in which ledgers number them. */
  contributors: readonly string[];
  ledgers: Readonly<Record<string, FigureLedger>>;
};

/** The figures of a group report by name. */
const amountsOf = (id: string) => `amounts:${id}`;
const SIDES = "sides";
const ALL = "all";

/**
 * The report on a cycle for HR. Each mean, by department and over all, stands in the ledger of its figure, so that no
 * department of fewer than the minimum can be worked out from the others and the total; so does each count of
 * participants, whatever it is counted by.
 */
export function groupReport(
  members: readonly GroupMember[],
  policy: DisclosurePolicy,
): DecidedGroup {
  const ordered = [...members].sort((a, b) => (a.participantId < b.participantId ? -1 : 1));
  const [first] = members;
  const hats = first?.rows.hats ?? [];
  const competencies = first?.rows.competencies ?? [];
  const amounts = [...hats, ...competencies].map(
    (row) => [row.id, decideAmounts(ordered, row.id, policy)] as const,
  );
  const sides = decideSides(ordered, policy);
  const parts = bundle({
    amounts: bundle(Object.fromEntries(amounts.map(([id, { figures }]) => [id, figures]))),
    sides: sides.figures,
  });
  const report = derive(parts, (shown): GroupReport => {
    const rows = (of: readonly Measured[]) => of.map((each) => groupRow(each, shown.amounts));
    const made = rows(hats).map((row) => ({ ...row, findings: countsOf(row.id, shown.sides) }));
    return {
      format: 1,
      // How many took part is known to HR from the start.
      participants: {
        shown: Math.max(0, ...made.map(({ all }) => (all.shown ? all.n : 0))),
        all: members.length,
      },
      hats: made,
      competencies: rows(competencies),
      both: findingOrder.map((down) => ({
        finding: down,
        counts: findingOrder.map((across) => countOf(shown.sides[`${down} ${across}`])),
      })),
    };
  });
  return {
    report,
    contributors: ordered.map(({ participantId }) => participantId),
    ledgers: {
      ...Object.fromEntries(amounts.map(([id, { ledger }]) => [amountsOf(id), ledger])),
      [SIDES]: sides.ledger,
    },
  };
}

const rowOf = ({ rows: { hats, competencies } }: GroupMember, id: string) =>
  hats.find((row) => row.id === id) ?? competencies.find((row) => row.id === id);

/** Means and their spread by department. */
function decideAmounts(members: readonly GroupMember[], id: string, policy: DisclosurePolicy) {
  const values = members.map((member) => {
    const others = rowOf(member, id)?.estimates[OTHERS];
    return others?.shown ? others.mean : Number.NaN;
  });
  const departmentOf = (at: number) => members[at]?.department ?? NO_DEPARTMENT;
  const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
  const departments = [...new Set(known.map(departmentOf))].sort();
  const standing: Standing = {
    tree: [
      { id: ALL, parent: null, members: [] },
      ...departments.map((department) => ({
        id: departmentId(department),
        parent: ALL,
        members: known.filter((at) => departmentOf(at) === department),
      })),
    ],
  };
  return FigureLedger.standing(standing, { values, spread: true }, policy);
}

const departmentId = (department: string) => `department ${department}`;

/**
 * How many participants are clearly on which side: on each hat, and on both at once. All of these are of one figure,
 * since what is counted by one thing may be taken from what is counted by another.
 */
function decideSides(members: readonly GroupMember[], policy: DisclosurePolicy) {
  const sides = members.map(({ rows: { hats } }) =>
    hats.map(({ id, estimates }) => {
      const others = estimates[OTHERS];
      return others?.shown ? { id, finding: amountFinding(others) ?? "unclear" } : null;
    }),
  );
  const on = (holds: (own: (typeof sides)[number]) => boolean) =>
    [...sides.keys()].filter((at) => holds(sides[at] ?? []));
  const hats = [...new Set(members.flatMap(({ rows }) => rows.hats.map(({ id }) => id)))];
  const one = hats.flatMap((id) =>
    findingOrder.map((finding) => ({
      id: `${id} ${finding}`,
      members: on((own) => own.some((side) => side?.id === id && side.finding === finding)),
    })),
  );
  const both = findingOrder.flatMap((down) =>
    findingOrder.map((across) => ({
      id: `${down} ${across}`,
      members: on(([a, b]) => a?.finding === down && b?.finding === across),
    })),
  );
  const all = { id: ALL, members: on((own) => own.some((side) => side !== null)) };
  // Larger groups first: of these more can be shown.
  const bySize = both.sort((a, b) => b.members.length - a.members.length);
  return FigureLedger.standing(
    { cuts: [all, ...one, ...bySize] },
    { values: members.map(() => 1) },
    policy,
  );
}

type Measured = { id: string; hat: string | null };
type Figures = Readonly<Record<string, LedgerFigure>>;

function groupRow({ id, hat }: Measured, amounts: Readonly<Record<string, Figures>>): GroupRow {
  const figures = amounts[id] ?? {};
  const departments = Object.entries(figures).flatMap(([of, figure]) =>
    of === ALL ? [] : [[of.slice(departmentId("").length), figureOf(figure)] as const],
  );
  return {
    id,
    hat,
    all: figureOf(figures[ALL]),
    departments: Object.fromEntries(departments),
    findings: null,
  };
}

function countsOf(hat: string, sides: Figures): Record<AmountFinding, number | null> {
  const count = (finding: AmountFinding) => countOf(sides[`${hat} ${finding}`]);
  return {
    "too-little": count("too-little"),
    "about-right": count("about-right"),
    "too-much": count("too-much"),
    unclear: count("unclear"),
  };
}

/** Student's interval for the mean of participants. */
function figureOf(figure: LedgerFigure | undefined): GroupFigure {
  if (!figure?.shown || figure.sd === undefined || figure.n < 2) return { shown: false };
  const { n, mean, sd } = figure;
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return {
    shown: true,
    mean: points(mean),
    n,
    low: points(mean - half),
    high: points(mean + half),
  };
}

const countOf = (figure: LedgerFigure | undefined) => (figure?.shown ? figure.n : null);

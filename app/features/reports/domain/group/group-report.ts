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
import { type AmountFinding, amountFinding } from "../findings.ts";
import { OTHERS, type ReportContent } from "../report-content.ts";
import { points } from "../round-report.ts";

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
  /** How many participants are clearly on which side; null where there are no sides to be on. */
  spread: Spread | null;
};

/** Participants by the side they are clearly on, of all with a figure; null where a count is not shown. */
export type Spread = { counts: Record<AmountFinding, number | null>; of: number | null };

/** What may be said of a whole cycle. */
export type GroupReport = {
  format: 2;
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
const sidesOf = (id: string) => `sides:${id}`;
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
  const spreads = competencies
    .filter(({ hat }) => hat !== null)
    .map(({ id }) => [id, decideSpread(ordered, id, policy)] as const);
  const parts = bundle({
    amounts: bundle(Object.fromEntries(amounts.map(([id, { figures }]) => [id, figures]))),
    sides: sides.figures,
    spreads: bundle(Object.fromEntries(spreads.map(([id, { figures }]) => [id, figures]))),
  });
  const report = derive(parts, (shown): GroupReport => {
    const rows = (of: readonly Measured[]) => of.map((each) => groupRow(each, shown.amounts));
    const made = rows(hats).map((row) => ({ ...row, spread: spreadOf(row.id, shown.sides) }));
    return {
      format: 2,
      // How many took part is known to HR from the start.
      participants: {
        shown: Math.max(0, ...made.map(({ all }) => (all.shown ? all.n : 0))),
        all: members.length,
      },
      hats: made,
      competencies: rows(competencies).map((row) => {
        const figures = shown.spreads[row.id];
        return figures ? { ...row, spread: spreadOf(row.id, figures) } : row;
      }),
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
      ...Object.fromEntries(spreads.map(([id, { ledger }]) => [sidesOf(id), ledger])),
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

/** The side a participant is clearly on, as others see them; null without a figure. */
function sideOf(member: GroupMember, id: string): AmountFinding | null {
  const others = rowOf(member, id)?.estimates[OTHERS];
  return others?.shown ? (amountFinding(others) ?? "unclear") : null;
}

/** Larger groups first: of these more can be shown. */
const largestFirst = (a: { members: readonly unknown[] }, b: { members: readonly unknown[] }) =>
  b.members.length - a.members.length;

/**
 * Participants by the side they are on by one figure, and all who are on any. A side on which everyone is would tell of
 * each of them: it is no group of its own, and looks like a side on which nearly everyone is.
 */
function cutsOf(sides: readonly (AmountFinding | null)[], id: string) {
  const at = (holds: (side: AmountFinding | null) => boolean) =>
    [...sides.keys()].filter((index) => holds(sides[index] ?? null));
  const all = { id: `${id} ${ALL}`, members: at((side) => side !== null) };
  const one = findingOrder
    .map((finding) => ({ id: `${id} ${finding}`, members: at((side) => side === finding) }))
    .filter(({ members }) => members.length < all.members.length)
    .sort(largestFirst);
  return { all, one };
}

/** How many participants are clearly on which side by one competency. */
function decideSpread(members: readonly GroupMember[], id: string, policy: DisclosurePolicy) {
  const { all, one } = cutsOf(
    members.map((member) => sideOf(member, id)),
    id,
  );
  return FigureLedger.standing({ cuts: [all, ...one] }, { values: members.map(() => 1) }, policy);
}

/**
 * How many participants are clearly on which side: on each hat, and on both at once. All of these are of one figure,
 * since what is counted by one thing may be taken from what is counted by another.
 */
function decideSides(members: readonly GroupMember[], policy: DisclosurePolicy) {
  const hats = [...new Set(members.flatMap(({ rows }) => rows.hats.map(({ id }) => id)))];
  const sides = hats.map((id) => members.map((member) => sideOf(member, id)));
  const byHat = hats.map((id, index) => cutsOf(sides[index] ?? [], id));
  const [first = [], second = []] = sides;
  const cells = findingOrder.flatMap((down) =>
    findingOrder.map((across) => ({
      id: `${down} ${across}`,
      members: [...members.keys()].filter((at) => first[at] === down && second[at] === across),
    })),
  );
  const both = cells.filter((cell) => cell.members.length < members.length).sort(largestFirst);
  const cuts = [...byHat.map(({ all }) => all), ...byHat.flatMap(({ one }) => one), ...both];
  return FigureLedger.standing({ cuts }, { values: members.map(() => 1) }, policy);
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
    spread: null,
  };
}

function spreadOf(id: string, sides: Figures): Spread {
  const count = (finding: AmountFinding) => countOf(sides[`${id} ${finding}`]);
  return {
    of: countOf(sides[`${id} ${ALL}`]),
    counts: {
      "too-little": count("too-little"),
      "about-right": count("about-right"),
      "too-much": count("too-much"),
      unclear: count("unclear"),
    },
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

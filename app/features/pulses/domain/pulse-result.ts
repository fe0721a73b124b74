import type { GroupFigures, ItemFigure, ReportFigures } from "@twohats/disclosure";
import { ALL, type Asked, UNTOLD } from "./asked.ts";
import { comparable, type Means, type Telling } from "./comparable.ts";
import {
  judgeChange,
  type PulseScale,
  type PulseVerdict,
  type QuestionsOfReport,
  type RaterSpread,
} from "./judge-change.ts";

/** A behaviour that is asked about once more. */
export type PulseBehaviour = {
  /** The report's question, and the one of this pulse that compares with before. */
  item: string;
  since: string;
  scale: PulseScale;
  spread: RaterSpread;
  questions: QuestionsOfReport;
};

/** How many said less, the same and more; null where that would tell too much. `balance`: from -1 to 1. */
export type Compared = {
  n: number;
  balance: number;
  counts: { less: number; same: number; more: number } | null;
};

/** Why something of a group is not told. */
export type Untold = "few" | "not-shown-before" | "too-alike" | "nearly-the-same";

export type PulseRow = {
  group: string;
  relationships: readonly string[];
  identified: boolean;
  /** Answers to the question now. */
  n: number | null;
  verdict: PulseVerdict | null;
  amounts: {
    before: { mean: number; n: number; likely: number };
    now: { mean: number; n: number };
    difference: number;
    low: number;
    high: number;
  } | null;
  compared: Compared | null;
  why: { amounts: Untold | null; compared: Untold | null };
};

export type PulseResult = {
  format: 1;
  asked: number;
  minimum: number;
  behaviours: { item: string; spread: RaterSpread; rows: PulseRow[] }[];
  /** What was told of each question, so that later pulses tell nothing that together with it gives somebody away. */
  told: { item: string; since: boolean; means: Record<string, { mean: number; n: number }> }[];
};

export type PulseFacts = {
  behaviours: readonly PulseBehaviour[];
  groups: readonly { id: string; relationships: readonly string[]; identified: boolean }[];
  /** What the report said of each question, by item. */
  report: Readonly<Record<string, Means>>;
  askedThen: Asked;
  askedNow: Asked;
  /** Groups in which somebody does not count, then or now. */
  doubtful: readonly string[];
  /** Every pulse of the same report before, with who was asked. */
  earlier: readonly { asked: Asked; told: PulseResult["told"] }[];
  minimum: number;
};

/**
 * What a pulse tells: of each behaviour and each group of the report, as far as nothing that was told before makes
 * somebody's answer of it. Rests on shown figures and on who was asked, never on an answer.
 */
export function pulseResult(shown: ReportFigures, facts: PulseFacts): PulseResult {
  const behaviours = facts.behaviours.map((behaviour) => ({
    item: behaviour.item,
    spread: behaviour.spread,
    rows: rowsOf(shown, facts, behaviour),
  }));
  return {
    format: 1,
    asked: Object.values(facts.askedNow).flat().length,
    minimum: facts.minimum,
    behaviours,
    told: behaviours.flatMap(({ item, rows }) => [
      { item, since: false, means: toldOf(rows, ({ amounts }) => amounts?.now ?? null) },
      {
        item,
        since: true,
        means: toldOf(
          rows,
          ({ compared }) => compared && { mean: compared.balance, n: compared.n },
        ),
      },
    ]),
  };
}

function toldOf(
  rows: readonly PulseRow[],
  of: (row: PulseRow) => { mean: number; n: number } | null,
): Record<string, { mean: number; n: number }> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const told = of(row);
      return told ? [[row.group, told] as const] : [];
    }),
  );
}

/** The middle of less, same and more as they are asked. */
const SAME = 2;

function rowsOf(shown: ReportFigures, facts: PulseFacts, behaviour: PulseBehaviour): PulseRow[] {
  const { item, since, scale } = behaviour;
  const identified = facts.groups.flatMap((each) => (each.identified ? [each.id] : []));
  const figures = shown.figures.filter(({ id }) => id !== UNTOLD);
  const now: Telling = { asked: facts.askedNow, means: meansOf(figures, item) };
  const before = facts.report[item] ?? {};
  const verdictAt = (group: string, mean: number) => {
    const [then, n] = [before[group], now.means[group]?.n];
    return then && n ? (judgeChange(then, { mean, n }, behaviour)?.verdict ?? null) : null;
  };
  const common = { minimum: facts.minimum, identified, doubtful: facts.doubtful };
  const earlierOf = (compared: boolean): Telling[] =>
    facts.earlier.flatMap(({ asked, told }) => {
      const found = told.find((each) => each.item === item && each.since === compared);
      return found ? [{ asked, means: found.means }] : [];
    });
  const tell = comparable({
    ...common,
    now,
    earlier: [{ asked: facts.askedThen, means: before }, ...earlierOf(false)],
    length: scale.high - scale.low,
    verdictAt,
  });
  const compared: Telling = { asked: facts.askedNow, means: meansOf(figures, since) };
  const tellCompared = comparable({
    ...common,
    now: compared,
    earlier: earlierOf(true),
    length: 2,
    // Of shares there is no verdict that could be told without them.
    verdictAt: (_, mean) => String(mean),
  });
  return figures.map((group): PulseRow => {
    const { id } = group;
    const own = facts.groups.find((each) => each.id === id);
    const [then, mean] = [before[id], now.means[id]];
    const judged = then && mean ? judgeChange(then, mean, behaviour) : null;
    const may = judged ? (tell[id] ?? "nothing") : "nothing";
    const figure = group.items[since];
    return {
      group: id,
      relationships: own?.relationships ?? [],
      identified: own?.identified ?? false,
      n: mean?.n ?? null,
      verdict: judged && may !== "nothing" ? judged.verdict : null,
      amounts:
        judged && then && mean && may === "amounts"
          ? {
              before: { ...then, likely: judged.likelyBefore },
              now: mean,
              difference: judged.difference,
              low: judged.low,
              high: judged.high,
            }
          : null,
      compared: tellCompared[id] === "amounts" ? comparedIn(figure) : null,
      why: {
        amounts: may === "amounts" ? null : whyNot(group.items[item], then),
        compared: tellCompared[id] === "amounts" ? null : whyNot(figure, figure),
      },
    };
  });
}

/** Why there is no figure, or none that may be told beside those of before. */
function whyNot(figure: ItemFigure | undefined, before: unknown): Untold {
  if (!figure || (!figure.shown && figure.reason !== "hidden-near-end")) return "few";
  if (!figure.shown) return "too-alike";
  return before ? "nearly-the-same" : "not-shown-before";
}

function meansOf(figures: readonly GroupFigures[], item: string): Means {
  return Object.fromEntries(
    figures.flatMap(({ id, items }) => {
      const figure = items[item];
      return figure?.shown ? [[id, { mean: figure.mean, n: figure.n }] as const] : [];
    }),
  );
}

function comparedIn(figure: ItemFigure | undefined): Compared | null {
  if (!figure?.shown) return null;
  const { n, mean, spread } = figure;
  const [less, same, more] = spread.shown ? spread.counts : [];
  return {
    n,
    balance: mean - SAME,
    counts:
      less === undefined || same === undefined || more === undefined ? null : { less, same, more },
  };
}

/** The row that says most of a behaviour: of all others where it is told, else of the largest group that is told. */
export function mainRow(rows: readonly PulseRow[]): PulseRow | null {
  const anonymous = rows.filter(({ identified }) => !identified);
  const judged = anonymous.filter(({ verdict }) => verdict !== null);
  const told = judged.length > 0 ? judged : anonymous.filter(({ compared }) => compared !== null);
  return (
    told.find(({ group }) => group === ALL) ??
    told.toSorted((one, other) => (other.n ?? 0) - (one.n ?? 0))[0] ??
    null
  );
}

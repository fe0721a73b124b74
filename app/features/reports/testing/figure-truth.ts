import { OTHERS, type ReportContent, type ReportRow } from "../domain/report-content.ts";
import type { LastTime } from "../domain/since-last-time.ts";
import { seeded } from "./seeded.ts";
import {
  type RoundSettings,
  simulatedMeasure,
  type Truth,
  trueAmounts,
} from "./simulated-answers.ts";
import { simulatedRound } from "./simulated-round.ts";

/** A report of a made-up round, and what is true of its participant. */
export type Told = { content: ReportContent; truth: Truth };

/** How often something held, of how many times it could have. */
export class Share {
  of = 0;
  held = 0;
  add(holds: boolean): void {
    this.of++;
    if (holds) this.held++;
  }
  get value(): number {
    return this.held / this.of;
  }
}

/** Root mean square of errors. */
export class Error2 {
  of = 0;
  private squares = 0;
  add(error: number): void {
    this.of++;
    this.squares += error ** 2;
  }
  get value(): number {
    return Math.sqrt(this.squares / this.of);
  }
}

type Row = { row: ReportRow; truth: number; kind: "hat" | "competency" };

export function rowsOf({ content, truth }: Told): Row[] {
  return [
    ...content.hats.map(
      (row, at): Row => ({ row, truth: truth.hats[at] ?? Number.NaN, kind: "hat" }),
    ),
    ...content.competencies.map(
      (row, at): Row => ({ row, truth: truth.competencies[at] ?? Number.NaN, kind: "competency" }),
    ),
  ];
}

/** Plain and adjusted means beside the truth, for figures that have both. */
export class AdjustedTruth {
  readonly plain = new Error2();
  readonly adjusted = new Error2();
  readonly covered = new Share();
  /** Of participants with figures of others, those who have adjusted ones. */
  readonly shown = new Share();
  private readonly rounds: number[] = [];

  add(round: readonly Told[], wanted: Row["kind"]): void {
    const covered = new Share();
    for (const { row, truth, kind } of round.flatMap(rowsOf)) {
      const others = row.estimates[OTHERS];
      if (kind !== wanted || !others?.shown) continue;
      this.shown.add(row.adjusted !== null);
      if (!row.adjusted) continue;
      this.plain.add(others.mean - truth);
      this.adjusted.add(row.adjusted.mean - truth);
      const holds = row.adjusted.low <= truth && truth <= row.adjusted.high;
      for (const share of [covered, this.covered]) share.add(holds);
    }
    if (covered.of > 0) this.rounds.push(covered.value);
  }

  /**
   * Standard error of the share that is covered, over rounds: figures of one round have their raters in common, and are
   * by far not as many as they seem. NaN with fewer than two rounds.
   */
  get standardError(): number {
    const n = this.rounds.length;
    const mean = this.rounds.reduce((sum, share) => sum + share, 0) / n;
    const squares = this.rounds.reduce((sum, share) => sum + (share - mean) ** 2, 0);
    return n < 2 ? Number.NaN : Math.sqrt(squares / (n - 1) / n);
  }
}

/** What a figure is made of, as far as its interval goes. */
export type Made = "all shown" | "near an end" | "not all shown";

/** Intervals beside the truth, by what the figure is made of. */
export class IntervalTruth {
  readonly held = new Map<string, Share>();

  add(told: Told): void {
    for (const { row, truth, kind } of rowsOf(told))
      for (const [group, estimate] of Object.entries(row.estimates)) {
        if (!estimate.shown || estimate.low === null || estimate.high === null) continue;
        const holds = estimate.low <= truth && truth <= estimate.high;
        const who = group === OTHERS ? "all others" : "one group";
        const made = kind === "hat" ? "whole hat" : madeOf(told.content, row.id, group);
        this.note(`${kind}, ${who}, ${made}`, holds);
      }
  }

  private note(name: string, holds: boolean): void {
    const share = this.held.get(name) ?? new Share();
    share.add(holds);
    this.held.set(name, share);
  }
}

function madeOf({ items }: ReportContent, competency: string, group: string): Made {
  const own = items.filter((item) => item.competency === competency);
  const hidden = own.flatMap(({ estimates }) => {
    const figure = estimates[group];
    return figure?.shown ? [] : [figure?.reason ?? "hidden-no-answer"];
  });
  if (hidden.length === 0) return "all shown";
  return hidden.every((reason) => reason === "hidden-near-end") ? "near an end" : "not all shown";
}

/** How true changes of single competencies are drawn, in scale points. */
export type Changes = (random: () => number) => number;

const side = (random: () => number, size: number) => (random() < 0.5 ? -size : size);

/** Changes as they may be: hardly any, some, many, and a little of everything. */
export const changes: Record<string, Changes> = {
  "none changed": () => 0,
  "one of five changed": (random) => {
    const kind = random();
    return kind < 0.8 ? 0 : side(random, kind < 0.9 ? 0.3 : 0.5);
  },
  "half changed": (random) => {
    const kind = random();
    if (kind < 0.5) return 0;
    return side(random, kind < 0.7 ? 0.3 : kind < 0.9 ? 0.5 : 0.8);
  },
  "all a little": (random) => {
    // The sum of twelve uniform numbers is close to normal.
    let sum = -6;
    for (let draw = 0; draw < 12; draw++) sum += random();
    return 0.2 * sum;
  },
};

/** A smaller true change is none. */
const LEAST = 0.1;

/** Changes that reports claim beside the true ones. */
export class ChangeTruth {
  readonly claimed = new Share();
  wrongWay = 0;
  nothing = 0;
  reports = 0;
  /** True changes found, by their size in tenths. */
  readonly found = new Map<number, Share>();

  private readonly byInterval: boolean;

  /** `byInterval` claims whatever its own 95 % interval says, as releases before did. */
  constructor(byInterval = false) {
    this.byInterval = byInterval;
  }

  add(before: Truth, { content, truth }: Told): void {
    const since = content.sinceLastTime;
    if (!since) return;
    this.reports++;
    const pairs = [
      ...since.hats.map((change, at) => ({ change, now: truth.hats[at], was: before.hats[at] })),
      ...since.competencies.map((change) => {
        const at = simulatedMeasure.competencies.findIndex(({ id }) => id === change.id);
        return { change, now: truth.competencies[at], was: before.competencies[at] };
      }),
    ];
    for (const { change, now, was } of pairs) {
      const really = (now ?? Number.NaN) - (was ?? Number.NaN);
      const own = change.low > 0 ? "up" : change.high < 0 ? "down" : "within-noise";
      const verdict = this.byInterval ? own : change.verdict;
      const right = verdict === (really > 0 ? "up" : "down");
      if (verdict !== "within-noise") this.note(right, Math.abs(really));
      const size = Math.round(Math.abs(really) * 10);
      const share = this.found.get(size) ?? new Share();
      share.add(right);
      this.found.set(size, share);
    }
  }

  private note(right: boolean, size: number): void {
    if (!right) this.wrongWay++;
    else if (size < LEAST) this.nothing++;
    this.claimed.add(right && size >= LEAST);
  }

  /** Of claims, the share that is none or the other way; 0 where nothing is claimed. */
  get false(): number {
    return this.claimed.of === 0 ? 0 : 1 - this.claimed.value;
  }

  power(size: number): number {
    return this.found.get(Math.round(size * 10))?.value ?? Number.NaN;
  }
}

/**
 * A round, and the same participants a time later by other raters, their amounts changed; both as the product would
 * report them.
 */
export function twoRounds(
  settings: RoundSettings,
  draw: Changes,
  first: readonly Told[] = simulatedRound(settings),
): { before: Told; after: Told }[] {
  const random = seeded(settings.seed + 77);
  const moved = trueAmounts(settings).map((own) => own.map((amount) => amount + draw(random)));
  const last = first.map(
    ({ content }): LastTime => ({
      cycleName: "before",
      closedOn: "2026-01-01",
      content,
      measure: simulatedMeasure,
      asked: { before: settings.raters, again: 0 },
    }),
  );
  const second = simulatedRound({ ...settings, people: 1 }, moved, last);
  return first.flatMap((before, at) => {
    const after = second[at];
    return after ? [{ before, after }] : [];
  });
}

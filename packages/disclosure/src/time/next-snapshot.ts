import { checkPolicy } from "../check-policy.ts";
import type { AnswerRules } from "../cover/draw-withheld.ts";
import { type LedgerState, QueryLedger } from "../ledger/query-ledger.ts";
import type { Answers } from "../ledger/told.ts";
import type { DisclosurePolicy } from "../policy.ts";

/**
 * Who is behind each figure at the moment, by figure id: keys of contributions, not of people. An
 * answer that was changed is a new contribution, so give it a new key.
 */
export type Contributions = Readonly<Record<string, readonly string[]>>;

/**
 * The answer behind each contribution, for withholding figures, and what arrivals would tell, where answers are too
 * alike.
 */
export type Values = AnswerRules & { readonly of: Readonly<Record<string, number>> };

/** What has been published so far. Keep it as it is between snapshots; it holds no answers. */
export type Snapshot = {
  readonly published: Contributions;
  readonly keys: readonly string[];
  readonly ledger: LedgerState;
};

/** What a figure is to be computed from now, and whether newer answers are waiting. */
export type FigureState = {
  readonly state: "changed" | "unchanged" | "waiting" | "hidden";
  readonly contributors: readonly string[];
};

/** The next snapshot, and for each figure what to show. */
export type NextSnapshot = {
  readonly snapshot: Snapshot;
  readonly figures: Readonly<Record<string, FigureState>>;
};

/** Answers by number. Throws a RangeError for a contribution without one. */
function answersOf(keys: readonly string[], values: Values): Answers {
  const of = keys.map((key) => {
    const value = values.of[key];
    if (value === undefined) throw new RangeError(`Contribution "${key}" has no value.`);
    return value;
  });
  return { values: of, rules: values };
}

/**
 * Decides what a re-issued report or a live result may show after answers came, changed or went. A
 * figure moves to its present contributors only when at least k new contributions entered it and
 * nothing published before, of this or any other figure, isolates fewer than k together with it;
 * until then it stays where it was ("waiting"), or hidden if it never was shown. Larger figures go
 * first. A figure left out of `now` is withdrawn, but what it told is remembered. k is
 * `policy.minimumInTables`. Pass `values` every time or never, with those of contributions that went; without
 * them, that all who came gave the same extreme answer is not noticed. With them, a figure that waits may wait as cover
 * for such.
 */
export function nextSnapshot(
  before: Snapshot | null,
  now: Contributions,
  policy: DisclosurePolicy,
  values?: Values,
): NextSnapshot {
  checkPolicy(policy);
  const k = policy.minimumInTables;
  const ledger = before === null ? QueryLedger.growing(k) : QueryLedger.load(before.ledger);
  const keys = before === null ? [] : [...before.keys];
  const numberOf = new Map(keys.map((key, at) => [key, at]));
  const add = (key: string) => {
    if (numberOf.has(key)) return;
    numberOf.set(key, keys.length);
    keys.push(key);
  };
  for (const list of Object.values(now)) list.forEach(add);
  ledger.grow(keys.length - (before?.keys.length ?? 0));
  const answers = values && answersOf(keys, values);
  const figures: Record<string, FigureState> = {};
  const published: Record<string, readonly string[]> = {};
  const order = Object.entries(now).sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  for (const [id, current] of order) {
    const shown = before?.published[id];
    const old = new Set(shown);
    const entered = current.filter((key) => !old.has(key)).length;
    const same = shown !== undefined && entered === 0 && current.length === old.size;
    const may =
      !same &&
      entered >= k &&
      ledger.ask(
        current.map((key) => numberOf.get(key) ?? -1),
        answers,
      ).answered;
    if (may) figures[id] = { state: "changed", contributors: current };
    else if (shown === undefined) figures[id] = { state: "hidden", contributors: [] };
    else figures[id] = { state: same ? "unchanged" : "waiting", contributors: shown };
    const kept = figures[id]?.contributors ?? [];
    if (kept.length > 0) published[id] = [...kept];
  }
  return { snapshot: { published, keys, ledger: ledger.save() }, figures };
}

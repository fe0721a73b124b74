import { linearBounds } from "../bounds/linear-bounds.ts";
import { narrowBounds } from "../bounds/narrow-bounds.ts";
import { RowSpace } from "../bounds/row-space.ts";
import type { Bounds, Statement, Unit } from "../bounds/types.ts";
import { findIsolated } from "../ledger/find-isolated.ts";
import { prime } from "../ledger/modular.ts";
import { tooMany } from "../ledger/small-unions.ts";

/** Units whose sum follows exactly, fewer than k people together; no smaller set inside does. */
export type Determined = {
  readonly units: readonly string[];
  readonly people: number;
  readonly sum: { readonly numerator: bigint; readonly denominator: bigint };
};

/** What follows from everything published. */
export type Audit = {
  readonly determined: readonly Determined[];
  /** False when there were too many small groups to search them all. */
  readonly complete: boolean;
  readonly bounds: readonly Bounds[];
};

const mostFound = 1000;

/** Totals times units up to which bounds come from linear programmes. */
const mostLinear = 20_000;

function minimal(unions: readonly (readonly number[])[]): (readonly number[])[] {
  const sets = unions.map((union) => new Set(union));
  return unions.filter((_, at) =>
    sets.every((other, o) => o === at || !isWithin(other, sets[at] ?? new Set())),
  );
}

const isWithin = (inner: ReadonlySet<number>, outer: ReadonlySet<number>) =>
  inner.size < outer.size && [...inner].every((group) => outer.has(group));

/**
 * Says which groups below k are exactly determined by everything published, and how narrow the
 * bounds on the rest are, given that each answer lies from `low` to `high`. Elimination is exact, over
 * whole numbers of any size; candidate unions are searched modulo a prime and then confirmed exactly.
 * Bounds are the narrowest there are (linear programmes) up to some dozens of totals; beyond, intervals
 * are passed through the totals and their differences until nothing moves, which gives valid bounds
 * that may be wider. The sums must be those of real answers. Throws a RangeError on unknown units.
 */
export function audit(
  units: readonly Unit[],
  statements: readonly Statement[],
  { k, low, high }: { readonly k: number; readonly low: number; readonly high: number },
): Audit {
  // Large units lead first, so that rows which lead at small ones concern small ones only.
  const order = [...units].sort((a, b) => Number(b.people >= k) - Number(a.people >= k));
  const large = order.filter(({ people }) => people >= k).length;
  const place = new Map(order.map(({ id }, at) => [id, at]));
  const space = new RowSpace(order.length);
  for (const { over, sum } of statements) {
    const row = new Array<bigint>(order.length + 1).fill(0n);
    for (const id of over) {
      const at = place.get(id);
      if (at === undefined) throw new RangeError(`Unknown unit "${id}".`);
      row[at] = 1n;
    }
    row[order.length] = BigInt(sum);
    space.add(row);
  }
  const weights = order.slice(large).map(({ people }) => people);
  const tight = space.reduced().filter(({ lead }) => lead >= large);
  const rows = tight.map(({ row }) =>
    Int32Array.from(weights, (_, at) => {
      const rest = Number((row[large + at] ?? 0n) % BigInt(prime));
      return rest < 0 ? rest + prime : rest;
    }),
  );
  const unions = findIsolated(rows, weights, k, mostFound);
  const determined: Determined[] = [];
  for (const union of unions === tooMany ? [] : minimal(unions)) {
    const row = new Array<bigint>(order.length).fill(0n);
    for (const at of union) row[large + at] = 1n;
    const sum = space.value(row);
    if (sum === null) continue;
    const people = union.reduce((total, at) => total + (weights[at] ?? 0), 0);
    determined.push({ units: union.map((at) => order[large + at]?.id ?? ""), people, sum });
  }
  const complete = unions !== tooMany && unions.length < mostFound;
  const bounds =
    statements.length * order.length <= mostLinear
      ? linearBounds(order, statements, place, low, high)
      : narrowBounds(order, space.reduced(), statements, place, low, high);
  return { determined, complete, bounds };
}

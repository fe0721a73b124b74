import { findIsolated } from "./find-isolated.ts";
import { inverse, subtractMultiple, times } from "./modular.ts";
import { reduceRows } from "./reduce-rows.ts";
import { tooMany } from "./small-unions.ts";

/**
 * A row and the group of at least k people at which it leads; -1 when it has none. Entries beyond
 * the number of groups are room to grow and mean nothing: dividing groups writes them, also when
 * the cut is then refused.
 */
export type Row = { readonly lead: number; readonly entries: Int32Array };

/** Numbers held at most (6 MB): groups times rows. Beyond it nothing new is answered. */
const budget = 1_500_000;

/**
 * What answered cuts span, over groups of people, in echelon form modulo a prime. Rows lead at groups
 * of at least k people wherever they can. A combination that isolates a small union must vanish on
 * all groups of at least k, so it can only be made of the rows that lead nowhere ("tight" rows):
 * usually there are none, and the answer is safe without any search.
 */
export class AnsweredCuts {
  readonly leading: readonly Row[];
  readonly tight: readonly Row[];

  constructor(leading: readonly Row[], tight: readonly Row[]) {
    this.leading = leading;
    this.tight = tight;
  }

  /** Whether one more cut over this many groups still fits. */
  fits(groups: number): boolean {
    return (this.leading.length + this.tight.length + 1) * groups <= budget;
  }

  /** Whether a cut (1 for each of its groups) follows from those answered. Nothing may be split. */
  follows(cut: Int32Array): boolean {
    const row = cut.slice();
    for (const known of this.leading) eliminate(row, known);
    if (row.every((entry) => entry === 0)) return true;
    const touched = this.touched(row.length);
    const among = new Set(touched);
    if (row.some((entry, group) => entry !== 0 && !among.has(group))) return false;
    const rows = this.narrow(touched);
    const own = Int32Array.from(touched, (group) => row[group] ?? 0);
    return reduceRows([...rows, own], own).length === reduceRows(rows, own).length;
  }

  /** Groups at which some tight row is not zero. */
  private touched(groups: number): number[] {
    const touched = new Set<number>();
    for (const { entries } of this.tight) {
      for (let group = 0; group < groups; group++) if (entries[group] !== 0) touched.add(group);
    }
    return [...touched].sort((a, b) => a - b);
  }

  private narrow(touched: readonly number[]): Int32Array[] {
    return this.tight.map(({ entries }) => Int32Array.from(touched, (g) => entries[g] ?? 0));
  }

  /**
   * These cuts and one more, after the groups in `split` were divided: part i of them is the new
   * group `groups - split.length + i`. `weights` are the people of all groups after dividing.
   */
  with(
    cut: Int32Array,
    split: readonly number[],
    weights: readonly number[],
    k: number,
  ): AnsweredCuts {
    const before = weights.length - split.length;
    const partOf = new Map(split.map((group, index) => [group, before + index]));
    const extend = ({ entries }: Row): Int32Array => {
      const row = entries.length >= weights.length ? entries : roomier(entries, weights.length);
      for (const [index, group] of split.entries()) row[before + index] = row[group] ?? 0;
      return row;
    };
    const leading: Row[] = [];
    const again: Int32Array[] = [];
    for (const row of this.leading) {
      const part = partOf.get(row.lead);
      const lead =
        part !== undefined && (weights[part] ?? 0) > (weights[row.lead] ?? 0) ? part : row.lead;
      if ((weights[lead] ?? 0) >= k) leading.push({ lead, entries: extend(row) });
      else again.push(extend(row).slice(0, weights.length));
    }
    const tight = this.tight.map((row) => ({ lead: -1, entries: extend(row) }));
    for (const entries of [...again, cut.slice()]) {
      for (const known of leading) eliminate(entries, known);
      const lead = heaviest(entries, weights, k);
      if (lead < 0) tight.push({ lead, entries });
      else leading.push({ lead, entries: normalise(entries, lead) });
    }
    return new AnsweredCuts(leading, tight);
  }

  /** Whether some union of fewer than k people follows. Too many candidates count as yes. */
  isolates(weights: readonly number[], k: number): boolean {
    if (this.tight.length === 0) return false;
    const touched = this.touched(weights.length);
    const rows = this.narrow(touched);
    const own = touched.map((group) => weights[group] ?? 0);
    const unions = findIsolated(rows, own, k, 1);
    return unions === tooMany || unions.length > 0;
  }
}

function eliminate(row: Int32Array, known: Row): void {
  const factor = row[known.lead] as number;
  if (factor !== 0) subtractMultiple(row, known.entries, factor, row.length);
}

function roomier(entries: Int32Array, least: number): Int32Array {
  const row = new Int32Array(Math.ceil(least * 1.25));
  row.set(entries);
  return row;
}

/** The group of most people, at least k, where a row is not zero; -1 when there is none. */
function heaviest(row: Int32Array, weights: readonly number[], k: number): number {
  let best = -1;
  for (let at = 0; at < row.length; at++) {
    const weight = weights[at] ?? 0;
    if (row[at] !== 0 && weight >= k && weight > (weights[best] ?? 0)) best = at;
  }
  return best;
}

function normalise(row: Int32Array, lead: number): Int32Array {
  const scale = inverse(row[lead] as number);
  return scale === 1 ? row : row.map((entry) => times(entry, scale));
}

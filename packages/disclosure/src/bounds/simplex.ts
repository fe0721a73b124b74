const tiny = 1e-9;

/**
 * Optimises over all values with given totals, each value between 0 and its limit: the simplex method
 * with bounded variables (Dantzig 1955) on a dense table, with Bland's rule (1977) so that it never
 * goes round in circles. For audits of some dozens of totals; the totals must have a solution.
 */
export class Simplex {
  private readonly width: number;
  private readonly limits: Float64Array;
  private readonly table: Float64Array[];
  private readonly basis: number[];
  private readonly basic: Float64Array;
  private readonly atLimit: Uint8Array;

  /** `totals`: which values (by number) each adds up, with which weights (1 unless given), and to what; not below 0. */
  constructor(
    limits: readonly number[],
    totals: readonly {
      readonly over: readonly number[];
      readonly weights?: readonly number[];
      readonly sum: number;
    }[],
  ) {
    this.width = limits.length;
    const all = this.width + totals.length;
    this.limits = new Float64Array(all).fill(Number.POSITIVE_INFINITY);
    this.limits.set(limits);
    this.table = totals.map(({ over, weights }, row) => {
      const entries = new Float64Array(all);
      for (const [place, at] of over.entries()) entries[at] = weights?.[place] ?? 1;
      entries[this.width + row] = 1;
      return entries;
    });
    this.basis = totals.map((_, row) => this.width + row);
    this.basic = Float64Array.from(totals, ({ sum }) => sum);
    this.atLimit = new Uint8Array(all);
    // What a total lacks at first is made up by a value of its own, which then has to go to 0.
    const costs = new Float64Array(all).fill(-1, this.width);
    this.optimise(costs);
    this.limits.fill(0, this.width);
  }

  /** The present values. */
  values(): Float64Array {
    const values = new Float64Array(this.width);
    for (let at = 0; at < this.width; at++)
      values[at] = this.atLimit[at] ? (this.limits[at] ?? 0) : 0;
    for (const [row, at] of this.basis.entries()) {
      if (at < this.width) values[at] = this.basic[row] ?? 0;
    }
    return values;
  }

  /** Makes one value as large (direction 1) or as small (-1) as the totals allow; returns it. */
  push(at: number, direction: 1 | -1): number {
    const costs = new Float64Array(this.limits.length);
    costs[at] = direction;
    this.optimise(costs);
    return this.values()[at] ?? 0;
  }

  private optimise(costs: Float64Array): void {
    for (;;) {
      const entering = this.entering(costs);
      if (entering < 0) return;
      this.enter(entering);
    }
  }

  private entering(costs: Float64Array): number {
    const isBasic = new Set(this.basis);
    for (let at = 0; at < this.width; at++) {
      if (isBasic.has(at)) continue;
      let gain = costs[at] as number;
      for (const [row, by] of this.basis.entries()) {
        gain -= (costs[by] as number) * ((this.table[row] as Float64Array)[at] as number);
      }
      if (this.atLimit[at] ? gain < -tiny : gain > tiny) return at;
    }
    return -1;
  }

  /** Moves a value off its bound as far as it goes; the value that stops it leaves the basis. */
  private enter(at: number): void {
    const direction = this.atLimit[at] ? -1 : 1;
    let step = this.limits[at] as number;
    let leaving = -1;
    for (const [row, by] of this.basis.entries()) {
      const slope = direction * ((this.table[row] as Float64Array)[at] as number);
      if (Math.abs(slope) <= tiny) continue;
      const value = this.basic[row] as number;
      const room = slope > 0 ? value / slope : ((this.limits[by] as number) - value) / -slope;
      const tied = leaving >= 0 && room <= step + tiny && by < (this.basis[leaving] ?? 0);
      if (room < step - tiny || tied) {
        step = Math.max(0, Math.min(step, room));
        leaving = row;
      }
    }
    for (const row of this.basis.keys()) {
      const slope = direction * ((this.table[row] as Float64Array)[at] as number);
      this.basic[row] = (this.basic[row] as number) - slope * step;
    }
    if (leaving < 0) this.atLimit[at] = this.atLimit[at] ? 0 : 1;
    else this.pivot(leaving, at, direction, step);
  }

  private pivot(leaving: number, at: number, direction: number, step: number): void {
    const row = this.table[leaving] as Float64Array;
    const out = this.basis[leaving] as number;
    this.atLimit[out] = direction * (row[at] as number) < 0 ? 1 : 0;
    this.basic[leaving] = (this.atLimit[at] ? (this.limits[at] as number) : 0) + direction * step;
    this.atLimit[at] = 0;
    this.basis[leaving] = at;
    const scale = 1 / (row[at] as number);
    for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) * scale;
    for (const [other, entries] of this.table.entries()) {
      const factor = entries[at] as number;
      if (other === leaving || factor === 0) continue;
      for (let c = 0; c < row.length; c++) {
        entries[c] = (entries[c] as number) - factor * (row[c] as number);
      }
    }
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Divides a row by what its numbers have in common, so that they stay small. */
function reduce(row: bigint[]): void {
  let common = 0n;
  for (const value of row) {
    if (value !== 0n) common = gcd(common, value);
    if (common === 1n) return;
  }
  if (common > 1n) for (const [at, value] of row.entries()) row[at] = value / common;
}

/**
 * All linear combinations of some rows, exactly: Gauss-Jordan elimination over whole numbers of any
 * size (each row may be scaled), without floating point. Each row may carry one more number at the
 * end, its right-hand side, which goes through the same steps but never leads.
 */
export class RowSpace {
  readonly width: number;
  private readonly rows: { lead: number; row: bigint[] }[] = [];

  constructor(width: number) {
    this.width = width;
  }

  get rank(): number {
    return this.rows.length;
  }

  /** Takes the known rows out of `row`, which is scaled on the way; returns the scale. */
  private eliminate(row: bigint[]): bigint {
    let scale = 1n;
    for (const known of this.rows) {
      const factor = row[known.lead] ?? 0n;
      if (factor === 0n) continue;
      const lead = known.row[known.lead] ?? 1n;
      for (const [at, value] of row.entries())
        row[at] = value * lead - factor * (known.row[at] ?? 0n);
      scale *= lead;
    }
    return scale;
  }

  /** Adds a row (with its right-hand side, if used); false when it follows from the others. */
  add(given: readonly bigint[]): boolean {
    const row = [...given];
    this.eliminate(row);
    reduce(row);
    const lead = row.findIndex((value, at) => at < this.width && value !== 0n);
    if (lead < 0) return false;
    for (const known of this.rows) {
      const factor = known.row[lead] ?? 0n;
      if (factor === 0n) continue;
      const own = row[lead] ?? 1n;
      for (const [at, value] of known.row.entries()) {
        known.row[at] = value * own - factor * (row[at] ?? 0n);
      }
      reduce(known.row);
    }
    this.rows.push({ lead, row });
    return true;
  }

  /** Whether a row is a combination of the rows added. */
  contains(given: readonly bigint[]): boolean {
    const row = given.slice(0, this.width);
    this.eliminate(row);
    return row.every((value, at) => at >= this.width || value === 0n);
  }

  /**
   * The right-hand side that a combination of the rows implies, as a fraction; null when the row is
   * no combination of them.
   */
  value(given: readonly bigint[]): { numerator: bigint; denominator: bigint } | null {
    const row = [...given.slice(0, this.width), 0n];
    const scale = this.eliminate(row);
    if (row.some((value, at) => at < this.width && value !== 0n)) return null;
    const common = gcd(row[this.width] ?? 0n, scale) || 1n;
    const sign = scale < 0n ? 1n : -1n;
    return {
      numerator: (sign * (row[this.width] ?? 0n)) / common,
      denominator: (scale < 0n ? -scale : scale) / common,
    };
  }

  /** The reduced rows: where each leads, and its numbers. */
  reduced(): readonly { readonly lead: number; readonly row: readonly bigint[] }[] {
    return this.rows;
  }
}

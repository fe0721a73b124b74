/**
 * The hidden cells of a two-way table as a graph: rows and columns are vertices, hidden cells edges
 * weighted by their people. What row and column totals give away about hidden cells is then a
 * question about cuts (the bridge criterion of Gusfield 1988, widened from cells to unions of cells).
 *
 * A set of hidden cells can be worked out from the margins exactly when it is the set of edges that
 * leave a closed set S of vertices from a row in S to a column outside it, where closed means that a
 * column in S has all its hidden rows in S. (Add the totals of the rows in S, subtract those of the
 * columns in S, subtract the shown cells.) Every non-empty one must hold at least k people. The least
 * is a minimum cut in which edges may be crossed backwards for nothing, found by augmenting paths.
 */
export class SuppressionGraph {
  readonly size: number;
  /** Hidden cells looked at by all searches so far. */
  work = 0;
  private readonly rows: number[] = [];
  private readonly columns: number[] = [];
  private readonly weights: number[] = [];
  private readonly alive: boolean[] = [];
  private readonly around: number[][];
  private flow = new Float64Array(64);
  private readonly stamp: Int32Array;
  private readonly via: Int32Array;
  private readonly queue: Int32Array;
  private round = 0;

  constructor(size: number) {
    this.size = size;
    this.around = Array.from({ length: size }, () => []);
    this.stamp = new Int32Array(size);
    this.via = new Int32Array(size);
    this.queue = new Int32Array(size);
  }

  /** Adds a hidden cell between a row vertex and a column vertex; returns its handle. */
  add(row: number, column: number, weight: number): number {
    const edge = this.rows.length;
    this.rows.push(row);
    this.columns.push(column);
    this.weights.push(weight);
    this.alive.push(true);
    this.around[row]?.push(edge);
    if (column !== row) this.around[column]?.push(edge);
    if (edge >= this.flow.length) this.flow = new Float64Array(2 * this.flow.length);
    return edge;
  }

  /** Takes a cell out again. */
  remove(edge: number): void {
    this.alive[edge] = false;
  }

  /** Puts a removed cell back. */
  restore(edge: number): void {
    this.alive[edge] = true;
  }

  /** Hidden cells at a vertex. */
  degree(vertex: number): number {
    return (this.around[vertex] ?? []).filter((edge) => this.alive[edge]).length;
  }

  /** Whether a vertex was reached by the search that ended last. */
  reached(vertex: number): boolean {
    return this.stamp[vertex] === this.round;
  }

  /**
   * The people in the smallest union of hidden cells that can be worked out with `from` inside S and
   * `to` outside, or `limit` when it is at least that. Below the limit, `reached` then tells S.
   */
  leastCut(from: number, to: number, limit: number): number {
    this.flow.fill(0, 0, this.rows.length);
    let total = 0;
    while (total < limit) {
      const more = this.augment(from, to);
      if (more === 0) return total;
      total += more;
    }
    return limit;
  }

  /** Marks the vertices connected with `from` by hidden cells; read them with `reached`. */
  flood(from: number): void {
    this.search(from, -1, false);
  }

  private augment(from: number, to: number): number {
    if (!this.search(from, to, true)) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = to; at !== from; at = this.before(at)) {
      const edge = this.via[at] as number;
      if (this.columns[edge] === at) least = Math.min(least, this.room(edge));
    }
    for (let at = to; at !== from; ) {
      const edge = this.via[at] as number;
      const back = this.before(at);
      const along = this.columns[edge] === at ? least : -least;
      this.flow[edge] = (this.flow[edge] as number) + along;
      at = back;
    }
    return least;
  }

  private room(edge: number): number {
    return (this.weights[edge] as number) - (this.flow[edge] as number);
  }

  private before(vertex: number): number {
    const edge = this.via[vertex] as number;
    const row = this.rows[edge] as number;
    return row === vertex ? (this.columns[edge] as number) : row;
  }

  private search(from: number, to: number, respect: boolean): boolean {
    this.round++;
    let head = 0;
    let tail = 0;
    this.stamp[from] = this.round;
    this.queue[tail++] = from;
    while (head < tail) {
      const at = this.queue[head++] as number;
      for (const edge of this.around[at] as number[]) {
        this.work++;
        if (!this.alive[edge]) continue;
        const row = this.rows[edge] as number;
        const forward = row === at;
        const next = forward ? (this.columns[edge] as number) : row;
        if (this.stamp[next] === this.round) continue;
        if (respect && forward && this.room(edge) <= 0) continue;
        this.stamp[next] = this.round;
        this.via[next] = edge;
        if (next === to) return true;
        this.queue[tail++] = next;
      }
    }
    return false;
  }
}

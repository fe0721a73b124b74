import type { Weights } from "./cell.ts";
import { SuppressionGraph } from "./suppression-graph.ts";

/** A cell by row and column. */
export type Place = { readonly r: number; readonly c: number };

/** The vertex of each line of a table; lines without a total of their own share one. */
export type Vertices = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly count: number;
};

type Candidate = Place & { readonly edge: number; readonly weight: number };

type Pair = readonly [from: number, to: number];
type Side = (vertex: number) => boolean;

/** Thrown when the search has done all the work it may. */
class Enough extends Error {}

/**
 * Looks for fewer cells that keep the same promise. The cells hidden whatever else happens are fixed; others are hidden
 * to cut off dangers: closed sets (see SuppressionGraph) whose union holds fewer than k. Whoever hides nothing across a
 * danger leaves it there, so trying the cells across one, and then across the next, comes upon every choice of a given
 * size. Work is counted in lines and cells gone through; what is found by the time it runs out stands. The same table
 * always gives the same cells.
 */
export class FewerCells {
  private readonly k: number;
  private readonly vertices: Vertices;
  private readonly graph: SuppressionGraph;
  private readonly candidates: Candidate[] = [];
  private readonly barred = new Set<Candidate>();
  /** People in hidden cells, by vertex. */
  private readonly people: Float64Array;
  private chosen = new Set<Candidate>();
  /** Lines and cells gone through outside the graph. */
  private steps = 0;

  constructor(
    weights: Weights,
    k: number,
    vertices: Vertices,
    fixed: readonly (readonly boolean[])[],
  ) {
    this.k = k;
    this.vertices = vertices;
    this.graph = new SuppressionGraph(vertices.count);
    this.people = new Float64Array(vertices.count);
    for (const [r, row] of weights.entries()) {
      for (const [c, weight] of row.entries()) {
        const hidden = fixed[r]?.[c] === true;
        if (!hidden && weight < k) continue;
        const edge = this.graph.add(this.rowOf(r), this.columnOf(c), weight);
        const cell = { r, c, edge, weight };
        if (hidden) this.count(cell, 1);
        else {
          this.graph.remove(edge);
          this.candidates.push(cell);
        }
      }
    }
    // Lighter cells first: of choices as small, one that hides fewer people.
    this.candidates.sort((a, b) => a.weight - b.weight || a.r - b.r || a.c - b.c);
  }

  /**
   * The fewest cells beyond the fixed ones, or fewer than `known`, or `known` itself: first two of them for one other,
   * over and over, then every choice from the least possible size up.
   */
  improve(known: readonly Place[], work: number): Place[] {
    const limit = this.spent() + work;
    let best = this.candidates.filter((cell) =>
      known.some(({ r, c }) => r === cell.r && c === cell.c),
    );
    const found = () => {
      best = [...this.chosen];
    };
    try {
      this.exchange(best, limit, found);
      for (let size = 0; size < best.length; size++) {
        this.choose([]);
        if (this.complete(size, limit)) found();
      }
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    return best.map(({ r, c }) => ({ r, c }));
  }

  /** One for two, as long as there is one. */
  private exchange(known: readonly Candidate[], limit: number, found: () => void): void {
    let best = known;
    for (let again = true; again; ) {
      again = false;
      for (let i = 0; i < best.length && !again; i++) {
        for (let j = 0; j < i && !again; j++) {
          const out = [best[i] as Candidate, best[j] as Candidate];
          this.choose(best.filter((cell) => !out.includes(cell)));
          if (!this.complete(1, limit, this.betweenEndsOf(out))) continue;
          best = [...this.chosen];
          found();
          again = true;
        }
      }
    }
  }

  /**
   * Hides up to `left` more cells so that no danger remains; leaves things as they were when there is no such choice.
   */
  private complete(left: number, limit: number, suspects?: readonly Pair[]): boolean {
    this.steps += this.vertices.count;
    if (this.spent() > limit) throw new Enough();
    const inside = this.danger(left, suspects);
    if (inside === "safe") return true;
    if (inside === "too-many" || left === 0) return false;
    this.steps += this.candidates.length;
    const across = this.candidates.filter(
      (cell) =>
        !this.chosen.has(cell) &&
        !this.barred.has(cell) &&
        inside(this.rowOf(cell.r)) !== inside(this.columnOf(cell.c)),
    );
    const tried: Candidate[] = [];
    let done = false;
    for (const cell of across) {
      this.hide(cell);
      done = this.complete(left - 1, limit, suspects);
      if (done) break;
      this.show(cell);
      // Choices with this cell have all been seen.
      this.barred.add(cell);
      tried.push(cell);
    }
    for (const cell of tried) this.barred.delete(cell);
    return done;
  }

  /**
   * The inside of a danger; "safe" when there is none, "too-many" when it is plain that so few more cells can't do.
   * `suspects` are pairs of vertices, some one of which every danger there can be lies between.
   */
  private danger(left: number, suspects?: readonly Pair[]): Side | "safe" | "too-many" {
    const { rows, columns } = this.vertices;
    const low = (vertex: number) => {
      const people = this.people[vertex] as number;
      return people > 0 && people < this.k;
    };
    // A line whose hidden cells are too few together is a danger, and one more cell helps one row and one column at
    // most.
    const [lowRows, lowColumns] = [new Set(rows.filter(low)), new Set(columns.filter(low))];
    if (Math.max(lowRows.size, lowColumns.size) > left) return "too-many";
    for (const line of [...lowRows, ...lowColumns]) return (vertex) => vertex === line;
    const found = suspects && this.narrow(suspects);
    if (found !== undefined && found !== "apart") return found;
    for (const [from, to] of this.pairs()) {
      if (this.graph.leastCut(from, to, this.k) < this.k) return this.side();
    }
    return "safe";
  }

  /**
   * The same, looking only between suspects; "apart" where some are in no way connected any more, for the least cut
   * between those, which is nothing, may have a dangerous one beside it.
   */
  private narrow(suspects: readonly Pair[]): Side | "safe" | "apart" {
    for (const [from, to] of suspects) {
      const cut = this.graph.leastCut(from, to, this.k);
      if (cut === 0) return "apart";
      if (cut < this.k) return this.side();
    }
    return "safe";
  }

  /** Pairs that between them separate every closed set: in each component one vertex against all others, both ways. */
  private *pairs(): Generator<Pair> {
    const { count } = this.vertices;
    const seen = new Uint8Array(count);
    for (let first = 0; first < count; first++) {
      if (seen[first] === 1 || this.people[first] === 0) continue;
      this.graph.flood(first);
      const others: number[] = [];
      for (let v = 0; v < count; v++) {
        if (!this.graph.reached(v)) continue;
        seen[v] = 1;
        if (v !== first) others.push(v);
      }
      for (const other of others) {
        yield [first, other];
        yield [other, first];
      }
    }
  }

  /** Where nothing was in danger, showing cells again endangers only what lies between their row and their column. */
  private betweenEndsOf(cells: readonly Candidate[]): Pair[] {
    return cells.flatMap(({ r, c }): Pair[] => [
      [this.rowOf(r), this.columnOf(c)],
      [this.columnOf(c), this.rowOf(r)],
    ]);
  }

  /** A copy of the side that the last cut left, as later searches change it. */
  private side(): Side {
    const side = Uint8Array.from({ length: this.vertices.count }, (_, v) =>
      this.graph.reached(v) ? 1 : 0,
    );
    return (vertex) => side[vertex] === 1;
  }

  private choose(cells: readonly Candidate[]): void {
    for (const cell of this.chosen) this.show(cell);
    for (const cell of cells) this.hide(cell);
  }

  private hide(cell: Candidate): void {
    this.graph.restore(cell.edge);
    this.chosen.add(cell);
    this.count(cell, 1);
  }

  private show(cell: Candidate): void {
    this.graph.remove(cell.edge);
    this.chosen.delete(cell);
    this.count(cell, -1);
  }

  private count({ r, c, weight }: Candidate, sign: 1 | -1): void {
    for (const vertex of [this.rowOf(r), this.columnOf(c)])
      this.people[vertex] = (this.people[vertex] as number) + sign * weight;
  }

  private spent(): number {
    return this.graph.work + this.steps;
  }

  private rowOf(r: number): number {
    return this.vertices.rows[r] as number;
  }

  private columnOf(c: number): number {
    return this.vertices.columns[c] as number;
  }
}

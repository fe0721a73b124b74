import type { Weights } from "./cell.ts";
import { FewerCells, type Place } from "./fewer-cells.ts";
import { SuppressionGraph } from "./suppression-graph.ts";

/** Which cells and margins are hidden. `primary` are the non-empty ones below k by themselves. */
export type HiddenCells = {
  readonly cells: boolean[][];
  readonly rows: boolean[];
  readonly columns: boolean[];
  readonly total: boolean;
};

/** Lines and cells that the search for fewer cells may go through: a few milliseconds. */
const SEARCH = 200_000;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What is to be hidden whatever its size. */
export type Forced = {
  readonly cells: readonly (readonly boolean[])[];
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
};

/**
 * Hides totals below k and forced ones, and the next smallest until those hidden hold k people
 * together, not counting the forced ones.
 */
function hideMargins(totals: readonly number[], k: number, forced: readonly boolean[]): boolean[] {
  const hide = totals.map((total, index) => total > 0 && (total < k || forced[index] === true));
  const order = totals.map((_, index) => index).sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0));
  let together = sumOf(totals.filter((_, index) => hide[index] && !forced[index]));
  if (!hide.includes(true)) return hide;
  for (const index of order) {
    if (together >= k) break;
    if (hide[index] || totals[index] === 0) continue;
    hide[index] = true;
    together += totals[index] ?? 0;
  }
  return hide;
}

/** One attempt at a table with given hidden margins. */
class Chooser {
  readonly hidden: boolean[][];
  private readonly weights: Weights;
  private readonly k: number;
  private readonly rowVertex: number[];
  private readonly columnVertex: number[];
  private readonly graph: SuppressionGraph;
  private readonly added: { r: number; c: number; edge: number }[] = [];
  private readonly degree: number[];
  private readonly fixed: boolean[][];

  constructor(
    weights: Weights,
    k: number,
    hideRows: boolean[],
    hideColumns: boolean[],
    forced: Forced["cells"],
  ) {
    this.weights = weights;
    this.k = k;
    let next = 0;
    // Lines without a total of their own are known only together: one vertex for all of them.
    const number = (hide: boolean[]) => {
      const together = hide.includes(true) ? next++ : -1;
      return hide.map((hiddenLine) => (hiddenLine ? together : next++));
    };
    this.rowVertex = number(hideRows);
    this.columnVertex = number(hideColumns);
    this.graph = new SuppressionGraph(next);
    this.degree = new Array<number>(next).fill(0);
    this.hidden = weights.map((row) => row.map(() => false));
    for (const [r, row] of weights.entries()) {
      for (const [c, weight] of row.entries()) {
        if (weight > 0 && (weight < k || forced[r]?.[c])) this.hide(r, c);
      }
    }
    this.fixed = this.hidden.map((row) => [...row]);
  }

  private hide(r: number, c: number): number {
    const u = this.rowVertex[r] as number;
    const v = this.columnVertex[c] as number;
    (this.hidden[r] as boolean[])[c] = true;
    this.degree[u] = (this.degree[u] ?? 0) + 1;
    this.degree[v] = (this.degree[v] ?? 0) + 1;
    return this.graph.add(u, v, this.weights[r]?.[c] ?? 0);
  }

  /** Hides one more shown cell across the last cut found; false when there is none to hide. */
  private cross(): boolean {
    let best: { r: number; c: number } | null = null;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const [r, row] of this.weights.entries()) {
      const u = this.rowVertex[r] as number;
      const inside = this.graph.reached(u);
      for (const [c, weight] of row.entries()) {
        const v = this.columnVertex[c] as number;
        if (weight < this.k || this.hidden[r]?.[c] || this.graph.reached(v) === inside) continue;
        const score = this.score(u, v, inside, weight);
        if (score >= bestScore) continue;
        bestScore = score;
        best = { r, c };
      }
    }
    if (best === null) return false;
    this.added.push({ ...best, edge: this.hide(best.r, best.c) });
    return true;
  }

  /** Lower is better: joining lines that already hide something closes circles with fewer cells. */
  private score(u: number, v: number, rowInside: boolean, weight: number): number {
    const lonely = (this.degree[u] === 0 ? 1 : 0) + (this.degree[v] === 0 ? 1 : 0);
    return lonely * 2 + (rowInside ? 1 : 0) + 1 - 1 / (1 + weight / 1e6);
  }

  /** Makes every union that can be worked out reach k. Returns the sides of a cut nothing crosses. */
  settle(): ((vertex: number) => boolean) | null {
    for (let changed = true; changed; ) {
      changed = false;
      for (const component of this.components()) {
        for (const [from, to] of this.pairs(component)) {
          while (this.graph.leastCut(from, to, this.k) < this.k) {
            if (!this.cross()) return (vertex) => this.graph.reached(vertex);
            changed = true;
          }
        }
      }
    }
    return null;
  }

  /** Vertices by component, of those that hide anything. */
  private components(): number[][] {
    const seen = new Set<number>();
    const result: number[][] = [];
    for (let vertex = 0; vertex < this.graph.size; vertex++) {
      if (seen.has(vertex) || this.degree[vertex] === 0) continue;
      this.graph.flood(vertex);
      const own: number[] = [];
      for (let v = 0; v < this.graph.size; v++) if (this.graph.reached(v)) own.push(v);
      for (const v of own) seen.add(v);
      result.push(own);
    }
    return result;
  }

  /** Pairs that between them separate every closed set: one fixed vertex against all others, both ways. */
  private pairs(component: readonly number[]): [number, number][] {
    const [fixed, ...others] = component;
    if (fixed === undefined) return [];
    return others.flatMap((other): [number, number][] => [
      [fixed, other],
      [other, fixed],
    ]);
  }

  /** Shows again what turns out not to be needed, largest first. Only cuts the cell crosses can suffer. */
  prune(): void {
    const order = [...this.added].sort(
      (a, b) => (this.weights[b.r]?.[b.c] ?? 0) - (this.weights[a.r]?.[a.c] ?? 0),
    );
    for (const { r, c, edge } of order) {
      const u = this.rowVertex[r] as number;
      const v = this.columnVertex[c] as number;
      this.graph.remove(edge);
      if (this.safe(u, v) && this.safe(v, u)) (this.hidden[r] as boolean[])[c] = false;
      else this.graph.restore(edge);
    }
  }

  /** Hides fewer cells where some search within `work` steps finds a way. */
  improve(work: number): void {
    const added = this.added.filter(({ r, c }) => this.hidden[r]?.[c]);
    const vertices = { rows: this.rowVertex, columns: this.columnVertex, count: this.graph.size };
    const fewer = new FewerCells(this.weights, this.k, vertices, this.fixed).improve(added, work);
    if (fewer.length >= added.length) return;
    const show = (places: readonly Place[], hidden: boolean) => {
      for (const { r, c } of places) (this.hidden[r] as boolean[])[c] = hidden;
    };
    show(added, false);
    show(fewer, true);
  }

  /** A cut of weight 0 separates components and gives nothing away. */
  private safe(from: number, to: number): boolean {
    const cut = this.graph.leastCut(from, to, this.k);
    return cut === 0 || cut >= this.k;
  }

  side(inside: (vertex: number) => boolean): { rows: boolean[]; columns: boolean[] } {
    return { rows: this.rowVertex.map(inside), columns: this.columnVertex.map(inside) };
  }
}

/** Hides the smallest shown total on each side of a cut, so that the two sides are known only together. */
function hidePair(totals: readonly number[], hide: boolean[], inside: readonly boolean[]): boolean {
  const least = (side: boolean) => {
    let best = -1;
    for (const [index, total] of totals.entries()) {
      if (inside[index] !== side || total === 0) continue;
      if (best < 0 || total < (totals[best] ?? 0)) best = index;
    }
    return best;
  };
  const [a, b] = [least(true), least(false)];
  if (a < 0 || b < 0) return false;
  hide[a] = true;
  hide[b] = true;
  return true;
}

/**
 * Chooses the cells and margins to hide in a two-way table of people, so that every cell, margin or
 * union of hidden cells that can be worked out is empty or holds at least k. Exact as to safety (see
 * SuppressionGraph). Extra cells are chosen greedily, pruned to a minimal choice, and then as few as a search of
 * limited work can make them (see FewerCells): in small tables the fewest there can be. `work` limits that search, in
 * lines and cells gone through.
 */
export function chooseHidden(
  weights: Weights,
  k: number,
  forced: Forced = { cells: [], rows: [], columns: [] },
  work = SEARCH,
): HiddenCells {
  const columnCount = weights[0]?.length ?? 0;
  const rowTotals = weights.map(sumOf);
  const columnTotals = Array.from({ length: columnCount }, (_, c) =>
    sumOf(weights.map((row) => row[c] ?? 0)),
  );
  const everything = sumOf(rowTotals);
  if (everything < k) {
    return {
      cells: weights.map((row) => row.map((weight) => weight > 0)),
      rows: rowTotals.map((total) => total > 0),
      columns: columnTotals.map((total) => total > 0),
      total: everything > 0,
    };
  }
  const rows = hideMargins(rowTotals, k, forced.rows);
  const columns = hideMargins(columnTotals, k, forced.columns);
  for (;;) {
    const chooser = new Chooser(weights, k, rows, columns, forced.cells);
    const stuck = chooser.settle();
    if (stuck === null) {
      chooser.prune();
      chooser.improve(work);
      return { cells: chooser.hidden, rows, columns, total: false };
    }
    const sides = chooser.side(stuck);
    if (!hidePair(rowTotals, rows, sides.rows) && !hidePair(columnTotals, columns, sides.columns)) {
      throw new Error("A table with k people in it always has a total that can be hidden.");
    }
  }
}

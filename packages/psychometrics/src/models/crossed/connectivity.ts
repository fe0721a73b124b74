import type { Cells } from "./cells.ts";

export interface Connectivity {
  /** Groups of ratees and raters without a rating between them. */
  components: number;
  /** The group of each ratee, by ratee level; the largest group (by ratees) is 0. */
  component: Int32Array;
}

/** Connected components of the graph of ratees and raters, by union-find. */
export function connectivity(cells: Pick<Cells, "sizes" | "factors" | "count">): Connectivity {
  const [ratees, raters] = cells.sizes as [number, number];
  const parent = Int32Array.from({ length: ratees + raters }, (_, i) => i);
  const root = (i: number) => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const [ratee, rater] = cells.factors as [Int32Array, Int32Array];
  for (let c = 0; c < cells.count; c++) {
    const a = root(ratee[c]);
    const b = root(ratees + rater[c]);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const sizes = new Map<number, number>();
  for (let i = 0; i < ratees; i++) sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1);
  const order = [...sizes.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(order.map(([key], i) => [key, i]));
  const component = Int32Array.from({ length: ratees }, (_, i) => number.get(root(i)) as number);
  return { components: order.length, component };
}

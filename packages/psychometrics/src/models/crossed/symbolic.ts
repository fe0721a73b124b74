/** Pattern of the lower factor by columns, diagonal left out; rows ascending. */
export interface FactorPattern {
  n: number;
  /** order[k] is the unknown eliminated k-th; position its inverse. */
  order: Int32Array;
  position: Int32Array;
  start: Float64Array;
  row: Int32Array;
}

/** Elimination tree (Liu 1990) of the reordered pattern. */
function eliminationTree(
  n: number,
  start: Int32Array,
  column: Int32Array,
  order: Int32Array,
  position: Int32Array,
) {
  const parent = new Int32Array(n).fill(-1);
  const ancestor = new Int32Array(n).fill(-1);
  for (let k = 0; k < n; k++) {
    const i = order[k];
    for (let s = start[i]; s < start[i + 1]; s++) {
      let j = position[column[s]];
      if (j >= k) continue;
      while (ancestor[j] !== -1 && ancestor[j] !== k) {
        const up = ancestor[j];
        ancestor[j] = k;
        j = up;
      }
      if (ancestor[j] === -1) {
        ancestor[j] = k;
        parent[j] = k;
      }
    }
  }
  return parent;
}

/** Where the factor will have entries, row by row along the elimination tree. */
export function factorPattern(
  n: number,
  start: Int32Array,
  column: Int32Array,
  order: Int32Array,
): FactorPattern {
  const position = new Int32Array(n);
  order.forEach((i, k) => {
    position[i] = k;
  });
  const parent = eliminationTree(n, start, column, order, position);
  const mark = new Int32Array(n).fill(-1);
  const count = new Float64Array(n + 1);
  const walk = (visit: (k: number, j: number) => void) => {
    mark.fill(-1);
    for (let k = 0; k < n; k++) {
      mark[k] = k;
      const i = order[k];
      for (let s = start[i]; s < start[i + 1]; s++) {
        let j = position[column[s]];
        if (j >= k) continue;
        for (; mark[j] !== k; j = parent[j]) {
          mark[j] = k;
          visit(k, j);
        }
      }
    }
  };
  let total = 0;
  walk((_k, j) => {
    total++;
    count[j + 1] = count[j + 1] + 1;
  });
  for (let j = 0; j < n; j++) count[j + 1] = count[j + 1] + count[j];
  const row = new Int32Array(total);
  const at = count.slice(0, n);
  walk((k, j) => {
    const slot = at[j];
    row[slot] = k;
    at[j] = slot + 1;
  });
  return { n, order, position, start: count, row };
}

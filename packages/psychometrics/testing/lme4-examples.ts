/**
 * Data of Davies and Goldsmith (1972) and Box and Tiao (1973) on which lme4's documentation and the tests of
 * MixedModels.jl give results in many digits. REML figures: lme4's manual pages and Bates (2010, lme4: Mixed-effects
 * modeling with R); ML figures: the tests of MixedModels.jl.
 */
function inRows(rows: number[][]) {
  return rows.flatMap((row, r) => row.map((value, c) => ({ value, row: r, column: c })));
}

/** Yield of dyestuff, five preparations of each of six batches. */
export const dyestuff = batches([
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]);

/** Made-up yields whose batches differ less than chance would have it. */
export const dyestuff2 = batches([
  [7.298, 3.846, 2.434, 9.566, 7.99],
  [5.22, 6.556, 0.608, 11.788, -0.892],
  [0.11, 10.386, 13.434, 5.51, 8.166],
  [2.212, 4.852, 7.092, 9.288, 4.98],
  [0.282, 9.014, 4.458, 9.446, 7.198],
  [1.722, 4.782, 8.106, 0.758, 3.758],
]);

function batches(rows: number[][]) {
  const cells = inRows(rows);
  return { values: cells.map((c) => c.value), batch: cells.map((c) => c.row) };
}

/** Diameters of zones on 24 plates for six samples of penicillin, crossed; a row per plate. */
const plates = `27 23 26 23 23 21,27 23 26 23 23 21,25 21 25 24 24 20,26 23 25 23 23 20,25 22 26 22 23 20,24 22 25 23 22 19,
24 20 23 21 22 19,26 22 26 24 24 21,24 21 24 22 22 20,24 21 24 23 22 19,26 23 26 24 24 21,25 22 26 24 24 20,26 24 26 24 25 22,26 23 26 23 23 20,
26 23 25 24 24 22,25 22 25 23 23 20,25 21 24 23 23 20,25 22 24 23 23 19,24 21 23 21 21 19,26 23 26 24 24 21,25 21 24 22 22 18,25 22 25 22 22 20,
24 21 24 22 24 19,24 21 24 22 21 18`;

const penicillinCells = inRows(plates.split(",").map((row) => row.trim().split(" ").map(Number)));
export const penicillin = {
  values: penicillinCells.map((c) => c.value),
  plate: penicillinCells.map((c) => c.row),
  sample: penicillinCells.map((c) => c.column),
};

/** Strength of paste, two tests of each of three casks of ten batches; a row per batch. */
const batchesOfPaste = `62.8 62.6 60.1 62.3 62.7 63.1,60 61.4 57.5 56.9 61.1 58.9,58.7 57.5 63.9 63.1 65.4 63.7,57.1 56.4 56.9 58.6 64.7 64.5,
55.1 55.1 54.7 54.2 58.8 57.5,63.4 64.9 59.3 58.1 60.5 60,62.5 62.6 61 58.7 56.9 57.7,59.2 59.4 65.2 66 64.8 64.1,54.8 54.8 64 64 57.7 56.8,
58.3 59.3 59.2 59.2 58.9 56.6`;

const pasteCells = inRows(
  batchesOfPaste.split(",").map((row) => row.trim().split(" ").map(Number)),
);
export const pastes = {
  values: pasteCells.map((c) => c.value),
  batch: pasteCells.map((c) => c.row),
  /** A cask of its batch. */
  cask: pasteCells.map((c) => `${c.row}/${Math.floor(c.column / 2)}`),
};

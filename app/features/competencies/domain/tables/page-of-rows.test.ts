import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_CELLS, MOST_COLUMNS, pageOfRows, partOfColumns } from "./page-of-rows.ts";

const shape = fc.tuple(fc.nat({ max: 12_000 }), fc.integer({ min: 1, max: MOST_COLUMNS }));

test("pages hold every row once, none more cells than a page may have, and each is among what is sent", () => {
  fc.assert(
    fc.property(shape, ([rows, columns]) => {
      const { pages } = pageOfRows(rows, columns, 1);
      let next = 0;
      for (let page = 1; page <= pages; page++) {
        const found = pageOfRows(rows, columns, page);
        expect(found.from).toBe(next);
        expect((found.to - found.from) * columns).toBeLessThanOrEqual(MOST_CELLS);
        expect(found.sent.from).toBeLessThanOrEqual(found.from);
        expect(found.sent.to).toBeGreaterThanOrEqual(found.to);
        next = found.to;
      }
      expect(next).toBe(rows);
    }),
    { numRuns: 30 },
  );
});

test("going by what is sent leaves no row out", () => {
  fc.assert(
    fc.property(shape, ([rows, columns]) => {
      let next = 0;
      for (let page: number | null = 1; page !== null; ) {
        const found = pageOfRows(rows, columns, page);
        expect(found.sent.from).toBe(next);
        next = found.sent.to;
        page = found.after;
      }
      expect(next).toBe(rows);
    }),
    { numRuns: 30 },
  );
});

test("200 x 60 comes at once, and a page that isn't there is the last", () => {
  expect(pageOfRows(200, 60, 1)).toMatchObject({ pages: 4, to: 50, sent: { from: 0, to: 200 } });
  expect(pageOfRows(200, 60, 99)).toMatchObject({ page: 4, before: null, after: null });
  expect(pageOfRows(0, 13, 1)).toMatchObject({ page: 1, pages: 1, from: 0, to: 0 });
});

test("more columns than fit go on", () => {
  const columns = Array.from({ length: 130 }, (_, at) => at);
  expect(partOfColumns(columns, 1).columns).toEqual(columns.slice(0, 60));
  expect(partOfColumns(columns, 3)).toMatchObject({ part: 3, parts: 3, from: 120 });
  expect(partOfColumns(columns, 9).columns).toEqual(columns.slice(120));
  expect(partOfColumns([], 1)).toMatchObject({ part: 1, parts: 1, columns: [] });
});

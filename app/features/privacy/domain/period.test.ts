import { expect, test } from "vitest";
import { afterChoosing, type Chosen, forgottenBefore, periodOn } from "./period.ts";

const TODAY = "2026-03-02";
const chosen = (parts: Partial<Chosen>): Chosen => ({
  ...{ years: 3, before: null, holdsFrom: "2026-01-01" },
  ...parts,
});

test("where nothing was chosen everything is kept for ever", () => {
  expect(periodOn(null, TODAY)).toBeNull();
  expect(forgottenBefore(null, TODAY)).toBeNull();
});

test("a shorter period waits a week, and until then what held before holds", () => {
  const next = afterChoosing(null, 5, TODAY);
  expect(next).toEqual({ years: 5, before: null, holdsFrom: "2026-03-09" });
  expect(forgottenBefore(next, "2026-03-08")).toBeNull();
  expect(forgottenBefore(next, "2026-03-09")).toBe("2021-03-09");
});

test("a longer one holds at once", () => {
  expect(afterChoosing(chosen({ years: 3 }), 10, TODAY)).toEqual(
    chosen({ years: 10, before: 3, holdsFrom: TODAY }),
  );
  expect(forgottenBefore(afterChoosing(chosen({ years: 3 }), null, TODAY), TODAY)).toBeNull();
});

test("whoever shortens twice does not get round the wait, and whoever takes it back loses nothing", () => {
  const once = afterChoosing(chosen({ years: 10 }), 5, TODAY);
  const twice = afterChoosing(once, 1, "2026-03-08");
  expect(twice).toEqual({ years: 1, before: 10, holdsFrom: "2026-03-15" });
  expect(periodOn(twice, "2026-03-14")).toBe(10);
  const back = afterChoosing(twice, 10, "2026-03-14");
  expect(periodOn(back, "2026-03-15")).toBe(10);
  // Lengthened and shortened again within a day is a shortening.
  const longer = afterChoosing(chosen({ years: 3 }), null, TODAY);
  expect(afterChoosing(longer, 3, TODAY).holdsFrom).toBe("2026-03-09");
});

test("years are counted by the calendar, also on 29 February", () => {
  expect(forgottenBefore(chosen({ years: 1 }), "2028-02-29")).toBe("2027-02-28");
});

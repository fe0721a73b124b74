import { expect, test } from "vitest";
import { anAction, anArea } from "../../testing/plan.ts";
import { balanceOf } from "./balance.ts";

const HATS = ["managing", "leading"];

test("actions count by their hat; those dropped, alone or with their area, do not", () => {
  const areas = [anArea({ id: "a" }), anArea({ id: "b", status: "dropped" })];
  const actions = [
    anAction({ areaId: "a", hat: "managing" }),
    anAction({ areaId: "a", hat: "managing", status: "done" }),
    anAction({ areaId: "a", hat: "leading" }),
    anAction({ areaId: "a", hat: null }),
    anAction({ areaId: "a", hat: "leading", status: "dropped" }),
    anAction({ areaId: "b", hat: "leading" }),
  ];
  expect(balanceOf({ areas, actions }, HATS)).toEqual({
    byHat: [
      { hat: "managing", count: 2 },
      { hat: "leading", count: 1 },
    ],
    ...{ other: 1, total: 4, missing: null },
  });
});

test("where all is of one hat, the other is named; of no actions nothing is said", () => {
  const areas = [anArea({ id: "a" })];
  const leading = [anAction({ areaId: "a", hat: "leading" })];
  expect(balanceOf({ areas, actions: leading }, HATS).missing).toBe("managing");
  expect(balanceOf({ areas, actions: [] }, HATS)).toMatchObject({ total: 0, missing: null });
  const neither = [anAction({ areaId: "a", hat: null })];
  expect(balanceOf({ areas, actions: neither }, HATS).missing).toBeNull();
});

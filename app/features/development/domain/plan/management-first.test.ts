import { expect, test } from "vitest";
import { anArea } from "../../testing/plan.ts";
import { advisesManagingFirst } from "./management-first.ts";

const plan = (hats: (string | null)[], overruledOn: string | null = null) => ({
  areas: hats.map((hat, at) => anArea({ id: String(at), hat })),
  overruledOn,
});
const known = { short: ["leading", "managing"], first: "managing" };

test("managing first is advised where it is clearly short and nothing of it is worked on", () => {
  expect(advisesManagingFirst(plan(["leading", null]), known)).toBe(true);
  expect(advisesManagingFirst(plan(["leading", "managing"]), known)).toBe(false);
});

test("never before something is chosen, where nothing is known to be short, or once it was overruled", () => {
  expect(advisesManagingFirst(plan([]), known)).toBe(false);
  expect(advisesManagingFirst(plan(["leading"]), { ...known, short: [null, "leading"] })).toBe(
    false,
  );
  expect(advisesManagingFirst(plan(["leading"], "2026-12-01"), known)).toBe(false);
});

test("an area that is reached or dropped is none that somebody works on", () => {
  const areas = [
    anArea({ hat: "leading" }),
    anArea({ id: "b", hat: "managing", status: "dropped" }),
  ];
  expect(advisesManagingFirst({ areas, overruledOn: null }, known)).toBe(true);
});

import { expect, test } from "vitest";
import { anAction } from "../../testing/plan.ts";
import { inOrderOfDoing } from "./in-order.ts";

test("what is open stands first, by its day, without one last; then what is done and what was dropped", () => {
  const actions = [
    anAction({ id: "5", status: "dropped", dueOn: "2026-01-01" }),
    anAction({ id: "4", status: "done", dueOn: "2026-01-01" }),
    anAction({ id: "3" }),
    anAction({ id: "2", dueOn: "2026-12-24" }),
    anAction({ id: "1", dueOn: "2026-12-04" }),
  ];
  expect(inOrderOfDoing(actions).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
});

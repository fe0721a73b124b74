import { expect, test } from "vitest";
import { cyclesToTend, cycleTask, ownTasks } from "./waiting.ts";

const today = "2026-03-10";

test("one's own raters come first by the date on which they are due, without lists handed in", () => {
  const list = { cycleName: "Autumn", submitted: false };
  const tasks = ownTasks({
    nominations: [
      { ...list, participantId: "some day", nominateBy: null },
      { ...list, participantId: "late", nominateBy: "2026-03-12" },
      { ...list, participantId: "done", nominateBy: "2026-03-10", submitted: true },
      { ...list, participantId: "soon", nominateBy: "2026-03-11" },
    ],
    coached: ["Ada"],
  });
  expect(
    tasks.map((task) => (task.kind === "nomination" ? task.participantId : task.kind)),
  ).toEqual(["soon", "late", "some day", "coaching"]);
});

test.each([
  ["draft", null, null, "draft"],
  ["nominating", null, "2026-03-10", "nominating"],
  ["nominating", null, "2026-03-09", "nominations-due"],
  ["collecting", "2026-03-10", null, "collecting"],
  ["collecting", "2026-03-09", null, "overdue"],
  ["closing", null, null, "closing"],
  ["closed", null, null, "closed"],
  ["released", null, null, null],
] as const)("a cycle that is %s, closing on %s, choosing by %s, needs: %s", (...row) => {
  const [state, closesOn, nominateBy, kind] = row;
  expect(cycleTask({ state, closesOn, nominateBy }, today)).toBe(kind);
});

test("cycles that stand still until HR acts come before those that run by themselves", () => {
  const cycle = { closesOn: "2026-03-20", nominateBy: null };
  const order = cyclesToTend(
    [
      { ...cycle, state: "collecting" as const },
      { ...cycle, state: "released" as const },
      { ...cycle, state: "draft" as const },
      { ...cycle, state: "closed" as const },
      { ...cycle, state: "collecting" as const, closesOn: "2026-03-01" },
    ],
    today,
  );
  expect(order.map((each) => each.kind)).toEqual(["overdue", "closed", "draft", "collecting"]);
});

test("a coach is told of reports that wait for them: alone by name, several by number", () => {
  const facts = { nominations: [] };
  expect(ownTasks({ ...facts, coached: ["Ada"] })).toEqual([
    { kind: "coaching", count: 1, name: "Ada" },
  ]);
  expect(ownTasks({ ...facts, coached: ["Ada", "Ben"] })).toMatchObject([
    { kind: "coaching", count: 2 },
  ]);
  expect(ownTasks({ ...facts, coached: [] })).toEqual([]);
});

test("lists of others wait as one task of each sort, and a single one is named", () => {
  const list = (name: string) => ({ participantId: name, name });
  const lists = { toApprove: [list("Ana"), list("Bo")], toNominate: [list("Cy")] };
  expect(ownTasks({ nominations: [], lists })).toEqual([
    { kind: "lists", task: "approve", count: 2, only: null },
    { kind: "lists", task: "nominate", count: 1, only: { participantId: "Cy", name: "Cy" } },
  ]);
  expect(ownTasks({ nominations: [], lists: { toApprove: [], toNominate: [] } })).toEqual([]);
});

import { expect, test } from "vitest";
import { cyclesToTend, cycleTask, type PersonalFacts, personalTasks } from "./waiting.ts";

const today = "2026-03-10";

const request = {
  cycleId: "spring",
  cycleName: "Spring",
  cycleState: "collecting" as const,
  closesOn: "2026-03-20",
  paused: false,
  state: "invited",
};
const nothing: PersonalFacts = { requests: [], nominations: [], reports: [] };

test("requests are counted by cycle and come in the order in which their cycles close", () => {
  const later = { ...request, cycleId: "long", cycleName: "Long", closesOn: "2026-04-20" };
  const tasks = personalTasks({ ...nothing, requests: [later, request, request] }, today);
  expect(tasks).toEqual([
    { kind: "requests", cycleId: "spring", cycleName: "Spring", count: 2, closesOn: "2026-03-20" },
    { kind: "requests", cycleId: "long", cycleName: "Long", count: 1, closesOn: "2026-04-20" },
  ]);
});

test("what was answered, or can't be answered any more, does not wait", () => {
  const done = { ...request, state: "done" };
  const paused = { ...request, paused: true };
  const late = { ...request, closesOn: "2026-03-09" };
  expect(personalTasks({ ...nothing, requests: [done, late, paused] }, today)).toEqual([]);
});

test("what others wait for comes before one's own raters, and a report comes last", () => {
  const tasks = personalTasks(
    {
      requests: [request],
      nominations: [
        { participantId: "p", cycleName: "Autumn", nominateBy: "2026-03-12", submitted: false },
        { participantId: "q", cycleName: "Winter", nominateBy: "2026-03-11", submitted: true },
      ],
      reports: [
        { id: "new", cycleName: "Last year" },
        { id: "old", cycleName: "Before" },
      ],
    },
    today,
  );
  expect(tasks.map((task) => task.kind)).toEqual(["requests", "nomination", "report"]);
  expect(tasks[2]).toMatchObject({ reportId: "new" });
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
  const facts = { requests: [], nominations: [], reports: [] };
  expect(personalTasks({ ...facts, coached: ["Ada"] }, "2026-03-02")).toEqual([
    { kind: "coaching", count: 1, name: "Ada" },
  ]);
  expect(personalTasks({ ...facts, coached: ["Ada", "Ben"] }, "2026-03-02")).toMatchObject([
    { kind: "coaching", count: 2 },
  ]);
  expect(personalTasks({ ...facts, coached: [] }, "2026-03-02")).toEqual([]);
});

test("lists of others wait as one task of each sort, and a single one is named", () => {
  const list = (name: string) => ({ participantId: name, name });
  const lists = { toApprove: [list("Ana"), list("Bo")], toNominate: [list("Cy")] };
  expect(personalTasks({ ...nothing, lists }, today)).toEqual([
    { kind: "lists", task: "approve", count: 2, only: null },
    { kind: "lists", task: "nominate", count: 1, only: { participantId: "Cy", name: "Cy" } },
  ]);
  expect(personalTasks({ ...nothing, lists: { toApprove: [], toNominate: [] } }, today)).toEqual(
    [],
  );
});

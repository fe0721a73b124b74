import { expect, test } from "vitest";
import type { FirstStep, PersonalTask } from "~/platform/feature/for-home.ts";
import { together } from "./home-page.server.ts";

const words = { line: "", action: "", href: "/", icon: "edit" as const };
const task = (id: string, urgency: PersonalTask["urgency"]) => ({ ...words, id, urgency });
const step = (title: string): FirstStep => ({ title, lead: "", body: "", action: "", href: "/" });

test("what others wait for comes before one's own, and what can be read any time last", () => {
  const { tasks } = together([
    { tasks: [task("lower own", "own"), task("reading", "any-time")] },
    { tasks: [task("asked", "others-wait"), task("higher own", "own"), task("last", "own")] },
  ]);
  expect(tasks.map(({ id }) => id)).toEqual([
    "asked",
    "lower own",
    "higher own",
    "last",
    "reading",
  ]);
});

test("of first steps the lowest feature's is shown, and nothing to tend has no heading", () => {
  const page = together([
    {},
    { start: null, tending: { title: "Empty", tasks: [] } },
    { start: step("first") },
    { start: step("second") },
  ]);
  expect(page).toMatchObject({ start: { title: "first" }, tending: [], tasks: [], panels: [] });
});

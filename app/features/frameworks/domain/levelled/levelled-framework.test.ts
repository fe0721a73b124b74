import { expect, test } from "vitest";
import { builtInFramework } from "../../built-in.server.ts";
import { builtInChanges } from "./levelled-framework.ts";

test("between versions of a built-in framework each competency stands in one change", () => {
  const before = builtInFramework();
  const [first, second, ...rest] = before.competencies;
  if (!first || !second) throw new Error("no competencies");
  const [low, ...higher] = first.levels;
  const after = {
    ...before,
    version: 2,
    competencies: [
      {
        ...first,
        levels: [{ ...low, anchor: "Something else" }, ...higher] as typeof first.levels,
      },
      { ...second, key: "another" },
      ...rest,
    ],
  };
  const changes = builtInChanges(before, after);
  expect(changes.slice(0, 2)).toEqual([
    { kind: "reworded", from: [first.key], to: [first.key] },
    { kind: "new", from: [], to: ["another"] },
  ]);
  expect(changes.at(-1)).toEqual({ kind: "retired", from: [second.key], to: [] });
  expect(changes.filter(({ kind }) => kind === "same")).toHaveLength(rest.length);
  expect(builtInChanges(null, before).every(({ kind }) => kind === "new")).toBe(true);
});

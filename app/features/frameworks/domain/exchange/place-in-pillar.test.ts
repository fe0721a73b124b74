import fc from "fast-check";
import { expect, test } from "vitest";
import { competency, ownFramework } from "../../testing/own-framework.ts";
import { checkOwnFramework } from "../own/check-own-framework.ts";
import type { TableLine } from "./cells.ts";
import { pillarFormat, placeInPillar } from "./place-in-pillar.ts";

const table = (...rows: string[][]): TableLine[] =>
  rows.map((cells, at) => ({ row: at + 1, cells }));

const TREE = [
  ...["Level 0 URI", "Level 0 preferred term", "Level 1 URI", "Level 1 preferred term"],
  ...["Level 2 URI", "Level 2 preferred term", "Description", "Level 0 code"],
];
const RELATIONS = ["conceptType", "conceptUri", "broaderType", "broaderUri"];
const skill = (id: string, group: string | null = null) => ({
  ...{ hat: null, tags: [], otherNames: [], description: "", anchors: [] },
  ...{ id, name: `skill ${id}`, group, sourceUri: id },
});
const draft = ownFramework({ groups: [], competencies: [skill("u:1"), skill("u:2")] });
const said = (problems: readonly { row?: number; field: string; code: string }[]) =>
  problems.map(({ row, field, code }) => `${row} ${field}: ${code}`);
const related = (from: string, to: string) => ["", from, "", to];

test("the tree becomes groups in groups, each row the last on its way", () => {
  const placed = placeInPillar(
    draft,
    table(
      TREE,
      ["g:s", "skills", "", "", "", "", "All of them", "S"],
      ["g:s", "skills", "g:s1", "communication", "", "", "", "S"],
      ["g:s", "skills", "g:s1", "communication", "g:s11", "negotiating", "", "S"],
    ),
  )!;
  expect(placed.problems).toEqual([]);
  expect(placed.taken).toBe(3);
  expect(placed.framework.groups).toEqual([
    { id: "g:s", parent: null, name: "skills", description: "All of them" },
    { id: "g:s1", parent: "g:s", name: "communication", description: "" },
    { id: "g:s11", parent: "g:s1", name: "negotiating", description: "" },
  ]);
  expect(placed.framework.competencies).toEqual(draft.competencies);
  expect(placed.notes).toEqual([{ code: "left-out", field: "Level 0 code", count: 3 }]);
});

test("rows of the tree that are orphans, doubled, in a circle or without a name are refused by row, and what stood stays", () => {
  const kept = ownFramework({
    groups: [{ id: "old", parent: null, name: "Old", description: "" }],
    competencies: [skill("u:1", "old")],
  });
  const placed = placeInPillar(
    kept,
    table(
      TREE,
      ["g:s", "skills", "", "", "", ""],
      ["g:s", "skills", "", "", "g:gap", "a gap"],
      ["g:s", "skills", "", "", "", ""],
      ["g:t", "never a row", "g:t1", "its child", "", ""],
      ["g:t", "never a row", "g:t1", "its child", "g:t11", "its grandchild"],
      ["g:s", "skills", "g:s1", "", "", ""],
      ["g:a", "in a circle", "g:b", "with this", "", ""],
      ["g:b", "with this", "g:a", "in a circle", "", ""],
      ["g:none", "is not there", "old", "New name", "", ""],
    ),
  )!;
  expect(said(placed.problems).sort()).toEqual(
    [
      ...["3 Level 1 URI: missing", "4 Level 0 URI: duplicate-id", "5 Level 1 URI: unknown-group"],
      ...["6 Level 2 URI: unknown-group", "7 Level 1 URI: missing"],
      ...["8 Level 1 URI: circular", "9 Level 1 URI: circular", "10 Level 1 URI: unknown-group"],
    ].sort(),
  );
  expect(placed.taken).toBe(1);
  expect(placed.framework.groups.map(({ id, name }) => [id, name])).toEqual([
    ["old", "Old"],
    ["g:s", "skills"],
  ]);
  expect(placed.framework.competencies).toEqual(kept.competencies);
});

test("a tree sent a second time changes nothing, and a changed one renames and moves", () => {
  const rows = [
    ["g:s", "skills", "", "", "", ""],
    ["g:s", "skills", "g:s1", "talking", "", ""],
  ];
  const once = placeInPillar(draft, table(TREE, ...rows))!.framework;
  expect(placeInPillar(once, table(TREE, ...rows))!.framework).toEqual(once);
  const moved = placeInPillar(once, table(TREE, ["g:s1", "speaking", "", "", "", ""]))!;
  expect(moved.framework.groups).toMatchObject([
    { id: "g:s", parent: null },
    { id: "g:s1", parent: null, name: "speaking" },
  ]);
});

test("relations put skills into the first of their groups; all else that is broader becomes tags", () => {
  const groups = ["g:a", "g:b", "g:c"].map((id) => ({
    ...{ id, parent: null, name: `group ${id}`, description: "" },
  }));
  const placed = placeInPillar(
    { ...draft, groups },
    table(
      RELATIONS,
      related("u:1", "u:2"),
      related("u:1", "g:a"),
      related("u:1", "g:b"),
      related("g:b", "g:a"),
    ),
  )!;
  expect(placed).toMatchObject({ taken: 4, problems: [] });
  expect(placed.framework.competencies).toMatchObject([
    { id: "u:1", group: "g:a", tags: ["skill u:2", "group g:b"] },
    { id: "u:2", group: null, tags: [] },
  ]);
  expect(placed.framework.groups.map(({ id, parent }) => [id, parent])).toEqual([
    ["g:a", null],
    ["g:b", "g:a"],
    ["g:c", null],
  ]);
  expect(placed.notes).toEqual([
    { code: "several-groups", field: "broaderUri", count: 1 },
    { code: "without-place", field: "broaderUri", count: 1 },
  ]);
});

test("relations of what is not in the draft, said twice, empty or in a circle are refused by row", () => {
  const groups = ["g:a", "g:b"].map((id) => ({ id, parent: null, name: id, description: "" }));
  const placed = placeInPillar(
    { ...draft, groups },
    table(
      RELATIONS,
      related("u:9", "g:a"),
      related("u:1", "g:9"),
      related("u:1", "g:a"),
      related("u:1", "g:a"),
      related("", "g:a"),
      related("u:2", ""),
      related("g:a", "g:b"),
      related("g:b", "g:a"),
    ),
  )!;
  expect(said(placed.problems)).toEqual([
    ...["2 conceptUri: not-in-draft", "3 broaderUri: not-in-draft", "5 conceptUri: duplicate-id"],
    ...["6 conceptUri: missing", "7 broaderUri: missing"],
    ...["8 broaderUri: circular", "9 broaderUri: circular"],
  ]);
  expect(placed.taken).toBe(1);
  expect(placed.framework.groups.map(({ parent }) => parent)).toEqual([null, null]);
  expect(placed.framework.competencies[0]?.group).toBe("g:a");
});

test("a skill that was given another id since is found by where it comes from", () => {
  const renamed = { ...draft, competencies: [{ ...skill("own-id"), sourceUri: "u:1" }] };
  const groups = [{ id: "g:a", parent: null, name: "A", description: "" }];
  const placed = placeInPillar({ ...renamed, groups }, table(RELATIONS, related("u:1", "g:a")))!;
  expect(placed.framework.competencies[0]).toMatchObject({ id: "own-id", group: "g:a" });
});

test("any other table is neither", () => {
  expect(pillarFormat({ row: 1, cells: ["conceptUri", "preferredLabel"] })).toBeNull();
  expect(placeInPillar(draft, table(["a", "b"], ["1", "2"]))).toBeNull();
  expect(placeInPillar(draft, [])).toBeNull();
});

const name = fc.constantFrom("", "g:a", "g:b", "g:c", "u:1", "u:2", "u:3");
const anyRows = fc.array(fc.tuple(name, name, name), { maxLength: 12 });

test("whatever is in the files: what comes out is right, and nothing that stood is lost", () => {
  const start = ownFramework({
    groups: [{ id: "g:a", parent: null, name: "A", description: "" }],
    competencies: [skill("u:1", "g:a"), skill("u:2"), competency("own", "Own") as never],
  });
  fc.assert(
    fc.property(anyRows, anyRows, (tree, relations) => {
      const first = placeInPillar(
        start,
        table(TREE, ...tree.map(([a, b, c]) => [a, a, b, b, c, c])),
      )!;
      const second = placeInPillar(
        first.framework,
        table(RELATIONS, ...relations.map(([a, b]) => related(a, b))),
      )!;
      const out = second.framework;
      expect(checkOwnFramework(out)).toEqual([]);
      expect(out.competencies.map(({ id }) => id)).toEqual(start.competencies.map(({ id }) => id));
      expect(out.groups.some(({ id }) => id === "g:a")).toBe(true);
      const told = new Set(first.problems.map(({ row }) => row)).size;
      expect(first.taken + told).toBe(tree.length);
    }),
  );
});

import { expect, test } from "vitest";
import { competency, ownFramework } from "../../testing/own-framework.ts";
import type { Change } from "./declared-changes.ts";
import { frameworkTree, SHOWN_AT_ONCE } from "./framework-tree.ts";
import { happenings, namedChanges } from "./version-changes.ts";

const framework = ownFramework();

test("a small framework is shown whole, in the order of its tree, with how much each group holds", () => {
  const tree = frameworkTree(framework)!;
  expect(tree).toMatchObject({
    ...{ isWhole: true, way: [], pages: 1 },
    competencies: [{ id: "watch" }],
    groups: [
      {
        ...{ id: "ship", count: 2, competencies: [{ id: "mooring" }] },
        groups: [{ id: "engine", count: 1, competencies: [{ id: "pumps" }] }],
      },
    ],
  });
  expect(frameworkTree(framework, { group: "engine" })).toMatchObject({
    ...{ way: [{ id: "ship" }, { id: "engine" }], groups: [], competencies: [{ id: "pumps" }] },
  });
  expect(frameworkTree(framework, { group: "no-such-group" })).toBeNull();
});

test("a large one is shown group by group, and many competencies page by page", () => {
  const many = Array.from({ length: SHOWN_AT_ONCE + 1 }, (_, at) =>
    competency(`c${at}`, `Skill ${at}`, "engine"),
  );
  const large = ownFramework({ competencies: many as never });
  expect(frameworkTree(large)).toMatchObject({
    ...{ isWhole: false, competencies: [], pages: 1 },
    groups: [{ id: "ship", count: SHOWN_AT_ONCE + 1, groups: [], competencies: [] }],
  });
  const last = frameworkTree(large, { group: "engine", page: 99 })!;
  expect([last.page, last.pages, last.competencies.at(-1)?.id]).toEqual([3, 3, "c200"]);
});

const changes: Change[] = [
  { kind: "same", from: ["pumps"], to: ["pumps"] },
  { kind: "reworded", from: ["mooring"], to: ["mooring"] },
  { kind: "split", from: ["watch"], to: ["lookout", "log"] },
  { kind: "retired", from: ["ropes"], to: [] },
];

test("changes are told by name, and of what is reworded which levels read otherwise", () => {
  const before = ownFramework({
    competencies: ["pumps", "mooring", "watch", "ropes"].map((id) => competency(id, id)) as never,
  });
  const after = structuredClone(before);
  const [, mooring] = after.competencies;
  mooring!.anchors = [
    { level: 1, text: "does Mooring with help.", observableBy: [] },
    { level: 3, text: "Teaches it", observableBy: [] },
  ];
  mooring!.name = "Making fast";
  const told = namedChanges(before, after, changes.slice(0, 2));
  expect(told[1]).toEqual({
    ...{ kind: "reworded", from: [{ id: "mooring", name: "mooring" }] },
    to: [{ id: "mooring", name: "Making fast" }],
    levels: [
      { level: 2, was: "Does mooring alone", is: "" },
      { level: 3, was: "Does mooring and shows others how", is: "Teaches it" },
    ],
  });
  expect(told[0]?.levels).toEqual([]);
});

test("what happened to a competency is followed while it goes on alone", () => {
  const first: Change[] = ["pumps", "mooring", "watch", "ropes"].map((id) => ({
    ...{ kind: "new", from: [], to: [id] },
  }));
  const third: Change[] = [
    { kind: "reworded", from: ["mooring"], to: ["mooring"] },
    { kind: "merged", from: ["lookout", "log"], to: ["bridge"] },
  ];
  const history = [
    { version: 1, changes: first },
    { version: 2, changes },
    { version: 3, changes: third },
  ];
  const of = (version: number, id: string) => {
    const { before, after } = happenings(history, { version, id });
    return [before, after].map((all) => all.map(({ version, kind }) => `${version} ${kind}`));
  };
  expect(of(2, "mooring")).toEqual([["1 new", "2 reworded"], ["3 reworded"]]);
  expect(of(1, "watch")).toEqual([["1 new"], ["2 split"]]);
  expect(of(2, "lookout")).toEqual([["2 split"], ["3 merged"]]);
  expect(of(3, "bridge")).toEqual([["3 merged"], []]);
  expect(of(1, "ropes")).toEqual([["1 new"], ["2 retired"]]);
  expect(of(1, "nobody's")).toEqual([[], []]);
});

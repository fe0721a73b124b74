import fc from "fast-check";
import { describe, expect, test } from "vitest";
import bothHats from "../../../../../content/frameworks/both-hats.v1.json";
import bothHatsOfNow from "../../../../../content/frameworks/both-hats.v2.json";
import { competency, ownFramework } from "../../testing/own-framework.ts";
import { parseFramework } from "../framework.ts";
import { carryForward, type PublishedVersion } from "./carry-forward.ts";
import { checkOwnFramework } from "./check-own-framework.ts";
import { declaredChanges, type Origins, originsOf, settledOrigins } from "./declared-changes.ts";
import { type DraftEdit, editDraft, editOrigins } from "./edit-draft.ts";
import { fromBuiltIn } from "./from-built-in.ts";
import { type OwnFramework, ownFrameworkSchema } from "./own-framework.ts";
import { renewIds } from "./renew-ids.ts";

const base = ownFramework();
const parse = (changed: object) => ownFrameworkSchema.parse({ ...base, ...changed });
const of = (...ids: string[]) => parse({ competencies: ids.map((id) => competency(id, id)) });

describe("a framework of one's own", () => {
  test("is right as it stands, and so is what begins with both hats", () => {
    expect(checkOwnFramework(base)).toEqual([]);
    const begun = fromBuiltIn(parseFramework(bothHats), ["1", "2", "3", "4", "5"]);
    expect(ownFrameworkSchema.parse(begun)).toEqual(begun);
    expect(checkOwnFramework(begun)).toEqual([]);
    expect(begun.competencies).toHaveLength(13);
    expect(begun.competencies.at(-1)).toMatchObject({ id: "range", hat: null, group: null });
  });

  test("says on each level who can see something of it, as the behaviours of both hats do", () => {
    const newest = parseFramework(bothHatsOfNow);
    const begun = fromBuiltIn(newest, ["1", "2", "3", "4", "5"]);
    expect(checkOwnFramework(begun)).toEqual([]);
    for (const { id, anchors } of begun.competencies) {
      const own = newest.competencies.find(({ key }) => key === id)?.behaviours ?? [];
      const seeing = new Set(own.flatMap(({ observableBy = [] }) => observableBy));
      expect(seeing.size).toBeGreaterThan(1);
      for (const { observableBy } of anchors) expect(new Set(observableBy)).toEqual(seeing);
    }
    const before = fromBuiltIn(parseFramework(bothHats), ["1", "2", "3", "4", "5"]);
    expect(before.competencies.flatMap(({ anchors }) => anchors)).not.toContainEqual(
      expect.objectContaining({ observableBy: expect.arrayContaining(["self"]) }),
    );
  });

  test.each([1, 11])("has not %i levels", (count) => {
    const levels = Array.from({ length: count }, (_, at) => ({ name: `Level ${at}` }));
    expect(ownFrameworkSchema.safeParse({ ...base, levels }).success).toBe(false);
  });

  test("keeps lines as they are, and is told where ids repeat and groups are missing or go round", () => {
    const text = "One line,\n\nand another";
    const pumps = { ...competency("pumps", "Pumps", "nowhere"), description: text };
    const broken = parse({
      groups: [
        { id: "a", name: "A", parent: "b" },
        { id: "b", name: "B", parent: "a" },
        { id: "c", name: "C", parent: "a" },
        { id: "d", name: "D", parent: "lost" },
        { id: "d", name: "D" },
      ],
      competencies: [pumps, competency("pumps", "Pumps again")],
    });
    expect(broken.competencies[0]?.description).toBe(text);
    expect(checkOwnFramework(broken)).toEqual([
      { field: "groups.4.id", code: "duplicate-id", values: { id: "d" } },
      { field: "competencies.1.id", code: "duplicate-id", values: { id: "pumps" } },
      { field: "groups.3.parent", code: "unknown-group", values: { id: "lost" } },
      { field: "groups.0.parent", code: "circular", values: { id: "a" } },
      { field: "groups.1.parent", code: "circular", values: { id: "b" } },
      { field: "groups.2.parent", code: "circular", values: { id: "c" } },
      { field: "competencies.0.group", code: "unknown-group", values: { id: "nowhere" } },
    ]);
  });

  test("has one anchor a level, on levels that there are, and none like its neighbour's", () => {
    const anchors = [
      { level: 1, text: "Asks for help" },
      { level: 2, text: "asks for  help." },
      { level: 2, text: "Works alone" },
      { level: 4, text: "Teaches" },
    ];
    const broken = parse({ competencies: [{ id: "a", name: "A", anchors }] });
    expect(checkOwnFramework(broken).map(({ field, code }) => `${field} ${code}`)).toEqual([
      "competencies.0.anchors.2.level level-twice",
      "competencies.0.anchors.3.level unknown-level",
      "competencies.0.anchors.1.text anchors-alike",
    ]);
  });
});

describe("editing a draft", () => {
  const edit = (by: DraftEdit, draft = base) => {
    const edited = editDraft(draft, by);
    return edited.ok ? edited.framework : edited.reason;
  };
  const ids = (framework: OwnFramework | string) =>
    typeof framework === "string" ? framework : framework.competencies.map(({ id }) => id);

  test("puts a competency in its place or at the end, and takes one away", () => {
    const changed = { ...base.competencies[1]!, name: "Bilge pumps" };
    const edited = edit({ kind: "put-competency", competency: changed });
    expect(edited).toEqual({ ...base, competencies: base.competencies.with(1, changed) });
    const added = { ...changed, id: "new" };
    expect(ids(edit({ kind: "put-competency", competency: added }))).toEqual([
      ...["mooring", "pumps", "watch", "new"],
    ]);
    expect(ids(edit({ kind: "remove-competency", id: "pumps" }))).toEqual(["mooring", "watch"]);
    expect(edit({ kind: "remove-competency", id: "gone" })).toBe("unknown");
  });

  test("moves among those of the same group, and stays at the end of it", () => {
    const draft = parse({
      competencies: [
        competency("a", "A", "ship"),
        competency("b", "B"),
        competency("c", "C", "ship"),
      ],
    });
    const move = (id: string, by: -1 | 1) =>
      ids(edit({ kind: "move", what: "competency", id, by }, draft));
    expect(move("a", 1)).toEqual(["c", "b", "a"]);
    expect(move("b", -1)).toEqual(["a", "b", "c"]);
    expect(move("c", 1)).toEqual(["a", "b", "c"]);
    expect(move("x", 1)).toBe("unknown");
    const groups = edit({ kind: "move", what: "group", id: "engine", by: -1 });
    expect(groups).toEqual(base);
  });

  test("keeps groups that hold something and levels that are in use", () => {
    expect(edit({ kind: "remove-group", id: "ship" })).toBe("group-in-use");
    expect(edit({ kind: "remove-group", id: "engine" })).toBe("group-in-use");
    expect(edit({ kind: "about", details: base, levels: base.levels.slice(0, 2) })).toBe(
      "level-in-use",
    );
    expect(edit({ kind: "remove-group", id: "gone" })).toBe("unknown");
    const without = edit({ kind: "remove-competency", id: "pumps" });
    expect(edit({ kind: "remove-group", id: "engine" }, without as OwnFramework)).toMatchObject({
      groups: [{ id: "ship" }],
    });
    const group = { id: "deck", parent: "ship", name: "Deck", description: "" };
    expect(edit({ kind: "put-group", group })).toMatchObject({ groups: [{}, {}, group] });
    const details = { ...base, name: "Ashore" };
    expect(edit({ kind: "about", details, levels: base.levels })).toMatchObject({ name: "Ashore" });
  });
});

describe("what becomes of competencies", () => {
  test("follows from where the new ones come from", () => {
    const before = of("same", "reworded", "split", "left", "right", "retired");
    const after = of("same", "reworded", "one", "two", "both", "new");
    const declared = declaredChanges(before, after, {
      same: { from: ["same"] },
      reworded: { from: ["reworded"], reworded: true },
      one: { from: ["split"] },
      two: { from: ["split"] },
      both: { from: ["left", "right"] },
    });
    expect(declared).toEqual({
      problems: [],
      changes: [
        { kind: "same", from: ["same"], to: ["same"] },
        { kind: "reworded", from: ["reworded"], to: ["reworded"] },
        { kind: "merged", from: ["left", "right"], to: ["both"] },
        { kind: "new", from: [], to: ["new"] },
        { kind: "split", from: ["split"], to: ["one", "two"] },
        { kind: "retired", from: ["retired"], to: [] },
      ],
    });
  });

  test("same is refused where a level no longer means what it meant; a new name is none of it", () => {
    const [mooring] = base.competencies;
    const renamed = parse({ competencies: [{ ...mooring, name: "Lines" }] });
    const origins = { mooring: { from: ["mooring"] } };
    expect(declaredChanges(base, renamed, origins).problems).toEqual([]);
    const anchors = mooring!.anchors.with(0, { ...mooring!.anchors[0]!, text: "Watches others" });
    const other = parse({ competencies: [{ ...mooring, anchors }] });
    const problem = [{ code: "not-the-same", competency: "mooring" }];
    expect(declaredChanges(base, other, origins).problems).toEqual(problem);
    const shorter = parse({
      levels: base.levels.slice(0, 2),
      competencies: [{ ...mooring, anchors: mooring!.anchors.slice(0, 2) }],
    });
    expect(declaredChanges(base, shorter, origins).problems).toEqual(problem);
  });

  test("origins that there are not, and a split that is also merged, are refused", () => {
    const [before, after] = [of("a", "b"), of("c", "d")];
    const codes = (origins: Origins) =>
      declaredChanges(before, after, origins).problems.map(({ code }) => code);
    expect(codes({ c: { from: ["x"] } })).toEqual(["unknown-origin"]);
    expect(codes({ x: { from: ["a"] } })).toEqual(["unknown-competency"]);
    expect(codes({ c: { from: ["a", "b"] }, d: { from: ["a"] } })).toEqual(["split-and-merged"]);
  });

  test("what is no longer seen as it was counts as reworded, whether anybody has said so or not", () => {
    const [mooring, pumps] = base.competencies;
    const after = parse({
      competencies: [mooring, { ...pumps, anchors: [] }, competency("new", "New")],
    });
    const origins = originsOf(base);
    expect(settledOrigins(base, after, origins)).toEqual({
      ...origins,
      pumps: { from: ["pumps"], reworded: true },
    });
    expect(declaredChanges(base, base, originsOf(base)).changes.map(({ kind }) => kind)).toEqual([
      ...["same", "same", "same"],
    ]);
  });

  test("what was said of a competency goes with it", () => {
    const origins = { a: { from: ["x"] }, b: { from: ["y"] } };
    expect(editOrigins(origins, { kind: "remove-competency", id: "a" })).toEqual({
      b: { from: ["y"] },
    });
    const put = { kind: "put-competency", competency: base.competencies[0]! } as const;
    expect(editOrigins(origins, put)).toBe(origins);
    expect(editOrigins({}, { ...put, origin: { from: ["x", "y"] } })).toEqual({
      mooring: { from: ["x", "y"] },
    });
  });

  const pool = ["a", "b", "c", "d", "e"];
  const anyOrigins = fc.dictionary(
    fc.constantFrom(...pool),
    fc.record({ from: fc.subarray(pool), reworded: fc.constant(true) }),
  );

  test("whatever is declared: refused, or each competency of both versions stands in exactly one change", () => {
    fc.assert(
      fc.property(anyOrigins, (origins) => {
        const { changes, problems } = declaredChanges(of(...pool), of(...pool), origins);
        if (problems.length > 0) return;
        expect(changes.flatMap(({ from }) => from).sort()).toEqual(pool);
        expect(changes.flatMap(({ to }) => to).sort()).toEqual(pool);
      }),
      { numRuns: 500 },
    );
  });

  test("an id goes on with what alone comes from it, and with nothing else", () => {
    fc.assert(
      fc.property(anyOrigins, (origins) => {
        let minted = 0;
        const renewed = renewIds(of(...pool), origins, new Set(pool), () => `minted ${++minted}`);
        const { changes, problems } = declaredChanges(of(...pool), renewed.draft, renewed.origins);
        const ids = renewed.draft.competencies.map(({ id }) => id);
        expect(new Set(ids).size).toBe(pool.length);
        if (problems.length > 0) return;
        for (const { kind, from, to } of changes) {
          if (kind === "same" || kind === "reworded") expect(to).toEqual(from);
          else for (const id of to) expect(pool).not.toContain(id);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a level of before", () => {
  const history: PublishedVersion[] = [
    { version: 1, levels: 5, changes: [] },
    {
      version: 2,
      levels: 5,
      changes: [
        { kind: "same", from: ["a"], to: ["a"] },
        { kind: "split", from: ["b"], to: ["b1", "b2"] },
        { kind: "retired", from: ["c"], to: [] },
        { kind: "merged", from: ["d", "e"], to: ["f"] },
      ],
    },
    {
      version: 3,
      levels: 3,
      changes: [
        { kind: "same", from: ["a"], to: ["a"] },
        { kind: "reworded", from: ["b1"], to: ["b1"] },
        { kind: "retired", from: ["b2"], to: [] },
        { kind: "same", from: ["f"], to: ["f"] },
      ],
    },
  ];
  const carried = (competency: string, to: number, level = 4) =>
    carryForward(history, { competency, version: 1, level }, to);

  test("stays with the same, goes to every part, and ends where it is retired", () => {
    expect(carried("a", 2)).toEqual([{ competency: "a", level: 4, steps: [], parts: 1 }]);
    expect(carried("b", 2).map(({ competency }) => competency)).toEqual(["b1", "b2"]);
    expect(carried("b", 2)[0]!.steps[0]).toMatchObject({ version: 2, kind: "split" });
    expect(carried("b", 2)[0]!.steps[0]!.variance).toBeCloseTo(0.4, 12);
    expect(carried("c", 2)).toEqual([]);
    expect(carried("c", 3)).toEqual([]);
    expect(carried("d", 2)).toMatchObject([{ competency: "f", parts: 2 }]);
    expect(carried("b", 1)).toEqual([{ competency: "b", level: 4, steps: [], parts: 1 }]);
  });

  test("widens with every change on the way, and is stretched where there are fewer levels", () => {
    const [part, ...others] = carried("b", 3, 5);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ competency: "b1", level: 3 });
    expect(part!.steps.map(({ version, kind }) => `${version} ${kind}`)).toEqual([
      ...["2 split", "3 reworded"],
    ]);
    const [same] = carried("a", 3, 3);
    expect(same).toMatchObject({ level: 2, steps: [{ version: 3, kind: "same" }] });
    expect(same!.steps[0]!.variance).toBeGreaterThan(0);
  });

  test("is never lost in silence: what a version says nothing of is a fault", () => {
    expect(() => carried("x", 2)).toThrow("version 2 says nothing of x");
    expect(() => carried("a", 4)).toThrow("version 4 is missing");
  });
});

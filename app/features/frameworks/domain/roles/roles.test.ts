import fc from "fast-check";
import { expect, test } from "vitest";
import type { PublishedVersion } from "../own/carry-forward.ts";
import { carryNeeds } from "./carry-needs.ts";
import { circleThrough, effectiveProfile } from "./effective-profile.ts";
import { closestRole, type Matched, rolesMatched } from "./match-people.ts";
import { mergeNeeds } from "./merge-needs.ts";
import { putVersion } from "./put-version.ts";
import { inOrder, type Role, type RoleMatch, type RoleNeed, type RoleVersion } from "./role.ts";
import { profilesOn, rolesHeld } from "./who-has-roles.ts";

const need = (
  competency: string,
  level: number | null,
  changed: Partial<RoleNeed> = {},
): RoleNeed => ({
  ...{ competency, level, weight: "essential", importance: "ordinary" },
  ...changed,
});
const match = (changed: Partial<RoleMatch> = {}): RoleMatch => ({
  ...{ join: "all", titles: [], levels: [], departments: [] },
  ...changed,
});
const version = (changed: Partial<RoleVersion> = {}): RoleVersion => ({
  ...{ version: 1, validFrom: "2026-01-01", frameworkVersion: 1, parentId: null, people: [] },
  ...{ needs: [], dropped: [], match: match(), zone: null },
  ...changed,
});
const role = (id: string, ...versions: RoleVersion[]): Role => ({
  ...{ id, name: `Role ${id}`, framework: "f", archivedOn: null, revision: 1 },
  versions: inOrder(versions),
});
const book = (...roles: Role[]) => new Map(roles.map((each) => [each.id, each]));
const person = (changed: Partial<Matched> = {}): Matched => ({
  ...{ id: "p", jobTitle: null, jobLevel: null, department: null },
  ...changed,
});

const same = (...ids: string[]) =>
  ids.map((id) => ({ kind: "same" as const, from: [id] as [string], to: [id] as [string] }));
const once: PublishedVersion[] = [{ version: 1, levels: 5, changes: [] }];

test.each([
  ["Master", ["masters"]],
  ["MASTER,  MV Curlew", ["masters"]],
  ["Master, MV Heron", ["masters", "heron"]],
  ["Masterpiece keeper", []],
  ["Deputy master", []],
  ["Teamleiter Überseehafen", ["teams"]],
  ["C++ engineer", ["c"]],
  ["C engineer", []],
  ["", []],
  [null, []],
])("someone called %s has the roles %s", (jobTitle, expected) => {
  const rules = (roleId: string, ...titles: string[]) => ({
    ...{ roleId, match: match({ titles }), people: [] },
  });
  const has = rolesMatched([
    rules("masters", "Master", "Captain"),
    rules("heron", "Master, MV Heron"),
    rules("teams", "teamleiter übersEEhafen"),
    rules("c", "C++"),
  ]);
  expect(has(person({ jobTitle })).map(({ roleId }) => roleId)).toEqual(expected);
});

test("rules ask for all that is listed or for any of it; nobody has a role without rules, but by name", () => {
  const both = { titles: ["Lead"], departments: ["Deck"] };
  const has = rolesMatched([
    { roleId: "all", match: match(both), people: [] },
    { roleId: "any", match: match({ ...both, join: "any" }), people: [] },
    { roleId: "level", match: match({ levels: ["m 2"] }), people: [] },
    { roleId: "nobody", match: match(), people: [] },
    { roleId: "named", match: match(), people: ["ana"] },
    { roleId: "none of it", match: match({ join: "any" }), people: [] },
  ]);
  const ids = (who: Partial<Matched>) => has(person(who)).map(({ roleId }) => roleId);
  expect(ids({ jobTitle: "Lead", department: " deck " })).toEqual(["all", "any"]);
  expect(ids({ jobTitle: "Lead", department: "Yard" })).toEqual(["any"]);
  expect(ids({ jobLevel: "M  2" })).toEqual(["level"]);
  expect(ids({ id: "ana" })).toEqual(["named"]);
  expect(ids({})).toEqual([]);
});

test("the rules put in order find whom each rule finds by itself", () => {
  const word = fc.constantFrom("Lead", "Head", "of", "Deck", "Yard");
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
  const list = fc.array(words, { maxLength: 3 });
  const rule = fc.record({
    join: fc.constantFrom("all" as const, "any" as const),
    titles: list,
    levels: list,
    departments: list,
  });
  const maybe = fc.option(words, { nil: null });
  const who = fc.record({
    id: fc.constant("p"),
    jobTitle: maybe,
    jobLevel: maybe,
    department: maybe,
  });
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 6 }),
      fc.array(who, { maxLength: 6 }),
      (rules, people) => {
        const matchings = rules.map((each, at) => ({
          roleId: String(at),
          match: each,
          people: [],
        }));
        const has = rolesMatched(matchings);
        for (const each of people) {
          const asked = rules.flatMap(({ join, titles, levels, departments }, at) => {
            const begins = titles.some((title) =>
              `${each.jobTitle ?? ""} `.startsWith(`${title} `),
            );
            const met = [
              ...(titles.length > 0 ? [begins] : []),
              ...(levels.length > 0 ? [levels.some((level) => level === each.jobLevel)] : []),
              ...(departments.length > 0
                ? [departments.some((name) => name === each.department)]
                : []),
            ];
            const fits = join === "all" ? met.length > 0 && met.every(Boolean) : met.some(Boolean);
            return fits ? [String(at)] : [];
          });
          expect(has(each).map(({ roleId }) => roleId)).toEqual(asked);
        }
      },
    ),
  );
});

test("a report goes by the role somebody has by name, else by the longest title, else by the first", () => {
  const has = (roleId: string, byName: boolean, titleWords: number) => ({
    roleId,
    byName,
    titleWords,
  });
  expect(closestRole([has("a", false, 1), has("b", false, 2), has("c", false, 2)])?.roleId).toBe(
    "b",
  );
  expect(closestRole([has("a", false, 9), has("b", true, 0)])?.roleId).toBe("b");
  expect(closestRole([has("a", false, 0), has("b", false, 0)])?.roleId).toBe("a");
  expect(closestRole([])).toBeNull();
});

test("a version stands from its day on, and of two from the same day the later made", () => {
  const roles = book(
    role(
      "a",
      version({ needs: [need("x", 1)] }),
      version({ version: 2, validFrom: "2026-06-01", needs: [need("x", 2)] }),
      version({ version: 3, validFrom: "2026-06-01", needs: [need("x", 3)] }),
    ),
  );
  const level = (on: string) => effectiveProfile(roles, new Map(), "a", on)?.needs[0]?.level;
  expect(["2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01", "2027-01-01"].map(level)).toEqual(
    [...[undefined, 1, 1, 3, 3]],
  );
});

test("a role inherits what it doesn't say itself, drops what it says isn't needed, and tells what it changed", () => {
  const zone = { managing: { low: 0, high: 1 } };
  const roles = book(
    role("parent", version({ needs: [need("x", 3), need("y", 2), need("z", 4)], zone })),
    role(
      "child",
      version({ parentId: "parent", needs: [need("x", 5), need("w", 1)], dropped: ["z"] }),
    ),
    role("grandchild", version({ parentId: "child", needs: [need("y", 2)] })),
  );
  const child = effectiveProfile(roles, new Map([["f", once]]), "child", "2026-03-01");
  expect(
    child?.needs.map(({ competency, level, from, insteadOf }) => [
      competency,
      level,
      from,
      insteadOf?.level,
    ]),
  ).toEqual([
    ["x", 5, "child", 3],
    ["w", 1, "child", undefined],
    ["y", 2, "parent", undefined],
  ]);
  expect(child?.dropped.map(({ competency }) => competency)).toEqual(["z"]);
  expect(child?.zone).toEqual({ zone, from: "parent" });
  const grandchild = effectiveProfile(roles, new Map(), "grandchild", "2026-03-01");
  expect(grandchild?.above).toEqual(["child", "parent"]);
  expect(grandchild?.needs.map(({ competency, insteadOf }) => [competency, insteadOf])).toEqual([
    ["y", null],
    ["x", null],
    ["w", null],
  ]);
});

test("whoever has a role and one it inherits from has the nearer one alone", () => {
  const roles = book(
    role("officer", version({ match: match({ departments: ["Bridge"] }) })),
    role("master", version({ parentId: "officer", match: match({ titles: ["Master"] }) })),
  );
  const held = rolesHeld(profilesOn({ roles, histories: new Map() }, "2026-03-01"));
  const ids = (jobTitle: string) =>
    held(person({ jobTitle, department: "Bridge" })).map(({ roleId }) => roleId);
  expect(ids("Master")).toEqual(["master"]);
  expect(ids("Mate")).toEqual(["officer"]);
});

test("of several roles the highest level is needed, and it is told which role asks for it", () => {
  const of = (roleId: string, ...needs: RoleNeed[]) => ({
    ...{ roleId, framework: "f" },
    needs: needs.map((each) => ({ ...each, lookAt: null, from: roleId, insteadOf: null })),
  });
  expect(
    mergeNeeds([
      of("a", need("x", 3, { weight: "useful", importance: "essential" }), need("y", null)),
      of("b", need("x", 4, { weight: "useful" }), need("y", 1)),
      of("c", need("x", 2), need("y", 1, { importance: "important" })),
    ]),
  ).toEqual([
    {
      ...{
        framework: "f",
        competency: "x",
        level: 4,
        weight: "essential",
        importance: "essential",
      },
      ...{ askedBy: ["b"], lookAt: null },
    },
    {
      ...{
        framework: "f",
        competency: "y",
        level: 1,
        weight: "essential",
        importance: "important",
      },
      ...{ askedBy: ["b", "c"], lookAt: null },
    },
  ]);
});

test("of one competency of two frameworks by the same id each is needed by itself", () => {
  const of = (framework: string) => ({
    ...{ roleId: framework, framework },
    needs: [{ ...need("x", 2), lookAt: null, from: framework, insteadOf: null }],
  });
  expect(mergeNeeds([of("f"), of("g")])).toHaveLength(2);
});

test("needs go on into a newer framework: as they were, or told to be looked at; what was retired is told", () => {
  const history: PublishedVersion[] = [
    { version: 1, levels: 5, changes: [] },
    {
      version: 2,
      levels: 5,
      changes: [
        ...same("kept"),
        { kind: "reworded", from: ["words"], to: ["words"] },
        { kind: "split", from: ["whole"], to: ["left", "right"] },
        { kind: "merged", from: ["one", "other"], to: ["both"] },
        { kind: "retired", from: ["gone"], to: [] },
      ],
    },
  ];
  const needs = [
    ...[need("kept", 2), need("words", 3), need("whole", 4), need("gone", 5), need("other", null)],
    ...[need("one", 2, { weight: "useful" })],
  ];
  const carried = carryNeeds(history, needs, 1);
  expect(carried.needs.map(({ competency, level, lookAt }) => [competency, level, lookAt])).toEqual(
    [
      ["kept", 2, null],
      ["words", 3, "reworded"],
      ["left", 4, "split"],
      ["right", 4, "split"],
      ["both", 2, "merged"],
    ],
  );
  expect(carried.needs.at(-1)?.weight).toBe("essential");
  expect(carried.retired).toEqual([need("gone", 5)]);
  expect(carryNeeds(history, needs, 2).needs).toHaveLength(needs.length);
});

test("a scale with fewer levels keeps a need on it, and says so", () => {
  const history: PublishedVersion[] = [
    { version: 1, levels: 5, changes: [] },
    { version: 2, levels: 3, changes: same("x", "y", "z") },
  ];
  const { needs } = carryNeeds(history, [need("x", 5), need("y", 2), need("z", 1)], 1);
  expect(needs.map(({ level, lookAt }) => [level, lookAt])).toEqual([
    [3, "levels"],
    [2, "levels"],
    [1, "levels"],
  ]);
});

const wanted = (changed: Partial<RoleVersion> = {}) => {
  const { version: _, ...rest } = version({ validFrom: "2026-03-02", ...changed });
  return rest;
};
const today = "2026-03-02";

test("parents that go round are refused with the way round, also on a day to come", () => {
  const roles = book(
    role("a", version()),
    role("b", version({ parentId: "a" })),
    role("c", version({ parentId: "b" })),
  );
  const put = (id: string, parentId: string, validFrom = today) =>
    putVersion(
      roles,
      { role: roles.get(id)!, name: id, version: wanted({ parentId, validFrom }), instead: null },
      today,
    );
  expect(put("a", "c")).toMatchObject({
    problems: [{ field: "parent", code: "circular", values: { way: "a → Role c → Role b → a" } }],
  });
  expect(put("a", "c", "2027-01-01")).toMatchObject({ problems: [{ code: "circular" }] });
  expect(put("a", "a")).toMatchObject({ problems: [{ code: "itself" }] });
  expect(put("c", "a")).toMatchObject({ ok: true });
  const later = book(
    role("a", version()),
    role("b", version(), version({ version: 2, validFrom: "2027-01-01", parentId: "a" })),
  );
  const onto = {
    role: later.get("a")!,
    name: "a",
    version: wanted({ parentId: "b" }),
    instead: null,
  };
  expect(putVersion(later, onto, today)).toMatchObject({ problems: [{ code: "circular" }] });
  expect(circleThrough(later, "a", today)).toBeNull();
});

test("no chain of parents, however made, gives a circle or loses a need that nobody changed", () => {
  const parents = fc.array(fc.option(fc.nat(5), { nil: null }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(parents, (chosen) => {
      let roles = book(
        ...chosen.map((_, at) => role(String(at), version({ needs: [need(`n${at}`, 1)] }))),
      );
      for (const [at, parent] of chosen.entries()) {
        const one = roles.get(String(at))!;
        const next = wanted({
          parentId: parent === null ? null : String(parent),
          needs: [need(`n${at}`, 1)],
        });
        const put = putVersion(
          roles,
          { role: one, name: one.name, version: next, instead: null },
          today,
        );
        if (put.ok) roles = new Map([...roles, [one.id, put.put.role]]);
      }
      for (const id of roles.keys()) {
        const profile = effectiveProfile(roles, new Map(), id, today);
        expect(circleThrough(roles, id, today)).toBeNull();
        expect(profile?.needs).toHaveLength(1 + (profile?.above.length ?? 0));
      }
    }),
  );
});

test("a version begins today or later, replaces only one to come, and none is added that says what stands", () => {
  const one = role(
    "a",
    version({ needs: [need("x", 1)] }),
    version({ version: 2, validFrom: "2027-01-01" }),
  );
  const roles = book(one, role("b", version()), { ...role("g", version()), framework: "g" });
  const put = (changed: Partial<RoleVersion>, instead: number | null = null, name = "a") =>
    putVersion(roles, { role: one, name, version: wanted(changed), instead }, today);
  expect(put({ validFrom: "2026-03-01" })).toMatchObject({
    problems: [{ field: "validFrom", code: "over" }],
  });
  expect(put({ validFrom: "2027-01-01" })).toMatchObject({
    problems: [{ code: "planned-already" }],
  });
  expect(put({ validFrom: "2027-01-01" }, 2)).toMatchObject({ put: { version: { version: 2 } } });
  expect(put({}, 1)).toMatchObject({ problems: [{ code: "date-has-come" }] });
  expect(put({ needs: [need("x", 1)] })).toMatchObject({
    put: { version: null, role: { revision: 2 } },
  });
  expect(put({ needs: [need("x", 2)] })).toMatchObject({ put: { version: { version: 3 } } });
  expect(put({}, null, "ROLE B")).toMatchObject({ problems: [{ field: "name", code: "taken" }] });
  expect(put({ parentId: "g" })).toMatchObject({ problems: [{ code: "other-framework" }] });
  expect(put({ parentId: "nobody" })).toMatchObject({ problems: [{ code: "unknown" }] });
});

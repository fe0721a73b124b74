import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInFramework } from "../built-in.server.ts";
import { beginOwnFramework } from "../own/begin-own-framework.server.ts";
import { editOwnDraft } from "../own/edit-own-draft.server.ts";
import { openNextDraft } from "../own/open-next-draft.server.ts";
import { publishOwnFramework } from "../own/publish-own-framework.server.ts";
import { ownFramework } from "../testing/own-framework.ts";
import {
  both,
  LATER,
  needs,
  type RolesHouse,
  rolesHouse,
  TODAY,
  type Typed,
} from "../testing/roles-house.ts";
import { archiveRole, bringBackRole } from "./archive-role.server.ts";
import { editRolePage, newRolePage } from "./role-form-page.server.ts";
import type { RoleTarget } from "./save-role.server.ts";
import { withdrawVersion } from "./withdraw-version.server.ts";

let db: TestDatabase;
let home: RolesHouse["home"];
let people: RolesHouse["people"];
let within: RolesHouse["within"];
let save: RolesHouse["save"];
let saved: RolesHouse["saved"];
let page: RolesHouse["page"];
let list: RolesHouse["list"];
let ofPeople: RolesHouse["ofPeople"];
let acts: RolesHouse["acts"];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ home, people, within, save, saved, page, list, ofPeople, acts } = await rolesHouse(db));
});

test("a role is saved, is had by whom its rules find, and plans a version that stands from its day on", async () => {
  const id = await saved({ needs: needs({ "setting-goals": "3", range: "open" }) });
  expect(
    await save({ id, revision: 1 }, { validFrom: LATER, needs: needs({ "setting-goals": "5" }) }),
  ).toEqual({
    ok: true,
    value: { id },
  });
  const now = await page(id);
  expect(now?.version).toMatchObject({ version: 1, validFrom: TODAY });
  expect(now?.next).toEqual({ version: 2, validFrom: LATER });
  expect(
    now?.needs.map(({ competency, now: then, next }) => [competency, then?.level, next?.level]),
  ).toEqual([
    ["setting-goals", 3, 5],
    ["range", null, undefined],
  ]);
  expect(now?.needs[0]?.now?.anchor).toBe(builtInFramework().competencies[0]?.levels[2].anchor);
  expect(now?.people.map(({ name }) => name)).toEqual(["ana"]);
  expect((await page(id, LATER))?.version).toMatchObject({ version: 2 });
  const [before, after] = [await ofPeople({ on: TODAY }), await ofPeople({ on: LATER })];
  const needOf = (found: typeof before) =>
    found.find(({ personId }) => personId === people.ana)?.needs;
  expect(needOf(before)).toContainEqual({
    ...{ framework: "both-hats", competency: "setting-goals", level: 3, weight: "essential" },
    ...{ importance: "ordinary", askedBy: [id], lookAt: null },
  });
  expect(needOf(after)?.map(({ level }) => level)).toEqual([5]);
  expect(before.find(({ personId }) => personId === people.ben)?.roles).toEqual([]);
  expect(before.some(({ personId }) => personId === people.gone)).toBe(false);
  expect(await acts(id)).toEqual(["role-profile.added", "role-profile.changed"]);
  expect(await list()).toMatchObject({
    roles: [{ id, people: 1, needs: 2, nextFrom: LATER }],
    ...{ without: 2, people: 3 },
  });
});

test("what has come to stand never changes; what is planned may be changed and withdrawn until its day", async () => {
  const id = await saved({ needs: needs({ range: "1" }) });
  await save({ id, revision: 1 }, { validFrom: LATER, needs: needs({ range: "2" }) });
  const other = "2026-06-01";
  expect(
    await save({ id, revision: 2, version: 2 }, { validFrom: other, needs: needs({ range: "3" }) }),
  ).toMatchObject({ ok: true });
  expect((await page(id))?.versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
    [2, other],
    [1, TODAY],
  ]);
  db.platform.clock.set(new Date("2026-06-01T12:00:00Z"));
  try {
    const late = { validFrom: "2026-06-02", needs: needs({ range: "4" }) };
    expect(await save({ id, revision: 3, version: 2 }, late)).toMatchObject({
      problems: [{ field: "validFrom", code: "date-has-come" }],
    });
    const target = { id, revision: 3, version: 2 };
    expect(await withdrawVersion(db.platform, home.admin, target)).toMatchObject({
      problems: [{ code: "date-has-come" }],
    });
  } finally {
    db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  }
  const target = { id, revision: 3, version: 2 };
  expect(await withdrawVersion(db.platform, home.admin, { ...target, version: 1 })).toMatchObject({
    problems: [{ code: "date-has-come" }],
  });
  expect(await withdrawVersion(db.platform, home.admin, target)).toMatchObject({ ok: true });
  expect((await page(id))?.next).toBeNull();
  expect(await acts(id)).toContain("role-profile.version-withdrawn");
});

test("bad input, a taken name, and a form from before somebody else's save change nothing", async () => {
  const id = await saved();
  const before = await page(id);
  const refused = async (target: RoleTarget, changed: Partial<Typed>, ...problems: object[]) =>
    expect(await save(target, changed)).toMatchObject({ reason: "problems", problems });
  await refused(both, { name: "team LEADER" }, { field: "name", code: "taken" });
  await refused(
    both,
    { name: "", validFrom: "soon" },
    { field: "name" },
    { field: "validFrom", code: "malformed" },
  );
  await refused(both, { name: "X", validFrom: "2026-03-01" }, { field: "validFrom", code: "over" });
  await refused(
    both,
    { name: "X", needs: needs({ "setting-goals": "6" }) },
    {
      ...{ field: "needs[0].level", code: "outside-scale", values: { level: "6", most: 5 } },
    },
  );
  await refused(
    both,
    { name: "X", needs: needs({ juggling: "2" }) },
    { code: "unknown-competency" },
  );
  await refused(
    both,
    { name: "X", people: "Nobody at all" },
    { field: "people", code: "person-nobody" },
  );
  await refused(both, { name: "X", people: "gone" }, { field: "people", code: "person-left" });
  await refused(both, { name: "X", parent: newId() }, { field: "parent", code: "unknown" });
  await refused({ id, revision: 1 }, { parent: id }, { field: "parent", code: "itself" });
  await refused({ id, revision: 9 }, {}, { code: "changed-meanwhile" });
  expect(await page(id)).toEqual(before);
  expect(await save({ id: newId(), revision: 1 })).toMatchObject({ reason: "unknown" });
  expect(await save({ id: "no id", revision: 1 })).toMatchObject({ reason: "unknown" });
  expect(await save({ framework: "made-up" })).toMatchObject({ reason: "unknown" });
  expect(await save(both, { name: "X", frameworkVersion: 7 })).toMatchObject({ reason: "unknown" });
});

test("two who save at once don't both win, and a circle of parents is refused whoever closes it", async () => {
  const [a, b] = [await saved({ name: "A" }), await saved({ name: "B" })];
  const twice = await Promise.all([
    save({ id: a, revision: 1 }, { name: "A", parent: b }),
    save({ id: b, revision: 1 }, { name: "B", parent: a }),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(twice.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "circular" }] });
  const same = await Promise.all([
    save({ id: a, revision: twice[0].ok ? 2 : 1 }, { name: "A one" }),
    save({ id: a, revision: twice[0].ok ? 2 : 1 }, { name: "A two" }),
  ]);
  expect(same.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a role others inherit from stays; one that is put away is had by nobody, and comes back", async () => {
  const parent = await saved({ name: "Parent" });
  const child = await saved({ name: "Child", titles: "Mate", parent });
  const seen = { id: parent, revision: 1 };
  expect(await archiveRole(db.platform, home.admin, seen)).toMatchObject({
    problems: [{ code: "inherited", values: { roles: "Child" } }],
  });
  expect(await archiveRole(db.platform, home.admin, { id: child, revision: 1 })).toMatchObject({
    ok: true,
  });
  expect(await archiveRole(db.platform, home.admin, seen)).toMatchObject({ ok: true });
  expect(await ofPeople({ on: TODAY, people: [people.ben] })).toMatchObject([{ roles: [] }]);
  expect((await list())?.archived).toHaveLength(2);
  expect(await save({ id: parent, revision: 2 })).toMatchObject({ reason: "unknown" });
  const back = (id: string, revision = 2) =>
    bringBackRole(db.platform, home.admin, { id, revision });
  expect(await back(child)).toMatchObject({ problems: [{ code: "parent-away" }] });
  const usurper = await saved({ name: "parent" });
  expect(await back(parent)).toMatchObject({ problems: [{ code: "name-taken" }] });
  await save({ id: usurper, revision: 1 }, { name: "Somebody" });
  expect(await back(parent)).toMatchObject({ ok: true });
  expect(await back(parent)).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
  expect(await back(child)).toMatchObject({ ok: true });
  expect(await acts(child)).toEqual([
    "role-profile.added",
    "role-profile.removed",
    "role-profile.brought-back",
  ]);
});

test("of a framework's newer version needs are carried, shown to be looked at, and none is lost", async () => {
  const begun = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  const framework = begun.value.id;
  const target = (revision: number) => ({ id: framework, revision });
  await publishOwnFramework(db.platform, home.admin, target(1));
  const asked = { needs: needs({ mooring: "2", pumps: "3", watch: "1" }), frameworkVersion: 1 };
  const id = await saved(asked, { framework });
  await openNextDraft(db.platform, home.admin, framework);
  const [mooring] = ownFramework().competencies;
  const reworded = {
    ...mooring!,
    anchors: mooring!.anchors.map((each) => ({ ...each, text: `${each.text}, in any weather` })),
  };
  await editOwnDraft(db.platform, home.admin, target(1), {
    kind: "put-competency",
    competency: reworded,
  });
  await editOwnDraft(db.platform, home.admin, target(2), {
    kind: "remove-competency",
    id: "pumps",
  });
  expect(await publishOwnFramework(db.platform, home.admin, target(3))).toMatchObject({ ok: true });
  const shown = await page(id);
  expect(shown?.needs.map(({ name, now, lookAt }) => [name, now?.level, lookAt])).toEqual([
    ["Mooring", 2, "reworded"],
    ["Keeping watch", 1, null],
  ]);
  expect(shown?.retired).toEqual(["Pumps"]);
  expect((await list())?.roles[0]?.lookAt).toBe(2);
  const form = await within(home.admin, (tx) =>
    editRolePage(tx, home.admin, { id, version: null }, TODAY),
  );
  expect(form).toMatchObject({ retired: 1, framework: { version: 2 } });
  const again = { frameworkVersion: 2, needs: form?.start.needs ?? [] };
  expect(await save({ id, revision: 1 }, again)).toMatchObject({ ok: true });
  expect((await page(id))?.retired).toEqual([]);
  expect((await list())?.roles[0]?.lookAt).toBe(0);
});

test("a form begins with a profile ready to copy, another role, or a parent, and tells who that would be", async () => {
  const begin = (changed: object) =>
    within(home.admin, (tx) =>
      newRolePage(tx, home.admin, { framework: null, from: null, parent: null, ...changed }, TODAY),
    );
  const ready = await begin({ from: "team-leader" });
  expect(ready?.start.name).toBe("Team leader");
  expect(ready?.start.needs.every(({ level }) => level !== "")).toBe(true);
  expect(ready?.look.counted).toMatchObject({ count: 1, some: ["ana"] });
  expect(ready?.look.counted.nobody.titles).toEqual(["Team leader"]);
  const id = await saved({ needs: needs({ range: "3" }), people: "ben" });
  const copy = await begin({ from: id });
  expect(copy?.start).toMatchObject({
    name: "",
    titles: "Team lead",
    people: expect.stringContaining("ben"),
  });
  const heir = await begin({ parent: id });
  expect(heir?.start).toMatchObject({ parent: id, titles: "" });
  expect(heir?.look).toMatchObject({
    parent: "Team leader",
    inherited: [{ competency: "range", level: 3 }],
  });
  expect(await begin({ from: "nothing" })).toBeNull();
  expect(await begin({ parent: newId() })).toBeNull();
  expect(await begin({ framework: "made-up" })).toBeNull();
});

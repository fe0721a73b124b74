import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { searchFrameworks } from "../search-frameworks.server.ts";
import { needs, type RolesHouse, rolesHouse, TODAY, typed } from "../testing/roles-house.ts";
import { archiveRole } from "./archive-role.server.ts";
import { rolesAsTable } from "./export-roles.server.ts";
import { lookAtRole } from "./look-at-role.server.ts";
import { rolesAtLaunch } from "./role-at-launch.server.ts";
import { editRolePage, newRolePage } from "./role-form-page.server.ts";

let db: TestDatabase;
let home: RolesHouse["home"];
let people: RolesHouse["people"];
let within: RolesHouse["within"];
let save: RolesHouse["save"];
let saved: RolesHouse["saved"];
let page: RolesHouse["page"];
let list: RolesHouse["list"];
let ofPeople: RolesHouse["ofPeople"];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ home, people, within, save, saved, page, list, ofPeople } = await rolesHouse(db));
});

test("nobody but HR sees, changes or counts by roles; elsewhere and unknown look the same", async () => {
  const id = await saved({ needs: needs({ range: "3" }) });
  const { admin: stranger } = await createTestOrganisation(db.platform);
  const member = home.member(people.ana);
  const limited = { ...home.admin, role: "unit-admin" as const, units: ["Deck"] };
  for (const actor of [member, limited, { ...home.admin, role: "leaver" as const }]) {
    expect(await page(id, TODAY, actor)).toBeNull();
    expect(await list(actor)).toBeNull();
    expect(await save({ id, revision: 1 }, {}, actor)).toMatchObject({ reason: "not-allowed" });
    expect(await archiveRole(db.platform, actor, { id, revision: 1 })).toMatchObject({
      reason: "not-allowed",
    });
    const look = await within(actor, (tx) =>
      lookAtRole(tx, actor, { framework: "both-hats" }, typed(), TODAY),
    );
    expect(look).toBeNull();
    expect(
      await within(actor, (tx) => rolesAsTable(tx, actor, { today: TODAY, only: id })),
    ).toBeNull();
    const { found } = await within(actor, (tx) => searchFrameworks(db.platform, tx, actor, "team"));
    expect(found.filter(({ href }) => href.startsWith("/roles/"))).toEqual([]);
    const begin = { framework: null, from: null, parent: null };
    expect(await within(actor, (tx) => newRolePage(tx, actor, begin, TODAY))).toBeNull();
    expect(
      await within(actor, (tx) => editRolePage(tx, actor, { id, version: null }, TODAY)),
    ).toBeNull();
  }
  expect(await page(id, TODAY, stranger)).toBeNull();
  expect(await page(newId())).toBeNull();
  expect(await page("no id")).toBeNull();
  expect(await save({ id, revision: 1 }, {}, stranger)).toMatchObject({ reason: "unknown" });
  expect(await archiveRole(db.platform, stranger, { id, revision: 1 })).toMatchObject({
    reason: "unknown",
  });
  expect(await ofPeople({ on: TODAY, people: [people.ana] }, stranger)).toEqual([]);
});

test("whoever isn't HR learns their own roles and nobody else's", async () => {
  const id = await saved({ needs: needs({ range: "3" }) });
  const ana = home.member(people.ana);
  const mine = await ofPeople({ on: TODAY }, ana);
  expect(mine.map(({ personId, roles }) => [personId, roles[0]?.id])).toEqual([[people.ana, id]]);
  expect(await ofPeople({ on: TODAY, people: [people.ben, people.ana] }, ana)).toEqual(mine);
  expect(await ofPeople({ on: TODAY, people: [people.ben] }, ana)).toEqual([]);
  expect(await ofPeople({ on: TODAY }, { ...ana, role: "leaver" })).toEqual([]);
  expect(await ofPeople({ on: TODAY }, { ...ana, personId: null })).toEqual([]);
});

test("several roles add up: the highest level counts, and the nearer role stands for what it inherits", async () => {
  const base = await saved({
    ...{ name: "Base", titles: "", departments: "Deck" },
    needs: needs({ range: "4", "setting-goals": "2" }),
  });
  const child = await saved({ name: "Child", parent: base, needs: needs({ range: "2" }) });
  const other = await saved({
    ...{ name: "Other", titles: "", levels: "m1", people: "ben" },
    needs: needs({ "setting-goals": "5" }),
  });
  const found = await ofPeople({ on: TODAY, people: [people.ana, people.ben, people.gone] });
  const of = (id: string) => found.find(({ personId }) => personId === id);
  expect(of(people.ana)?.roles.map(({ id }) => id)).toEqual([child, other]);
  expect(
    of(people.ana)?.needs.map(({ competency, level, askedBy }) => [competency, level, askedBy]),
  ).toEqual([
    ["range", 2, [child]],
    ["setting-goals", 5, [other]],
  ]);
  expect(of(people.ben)?.roles.map(({ id }) => id)).toEqual([base, other]);
  expect(of(people.gone)).toBeUndefined();
  const shown = await page(child);
  expect(shown?.parents.map(({ name }) => name)).toEqual(["Base"]);
  expect(
    shown?.needs.map(({ competency, from, insteadOf }) => [competency, from, insteadOf?.level]),
  ).toEqual([
    ["setting-goals", "Base", undefined],
    ["range", null, 4],
  ]);
  const inBase = (await page(base))?.people.map(({ name, nearer }) => [name, nearer]);
  expect(inBase).toEqual([
    ["ana", ["Child", "Other"]],
    ["ben", []],
  ]);
});

test("at a launch the closest role counts, by its framework, with what matters of the hats alone", async () => {
  await saved({ name: "Deck", titles: "", departments: "Deck" });
  await saved({
    name: "Lead",
    needs: [
      { competency: "setting-goals", level: "3", weight: "useful", importance: "essential" },
      { competency: "vision-and-purpose", level: "3", weight: "useful", importance: "ordinary" },
      { competency: "range", level: "3", weight: "useful", importance: "important" },
    ],
  });
  const roleOf = (framework: string) =>
    within(home.admin, (tx) => rolesAtLaunch(tx, home, { framework, on: TODAY }));
  const ana = { id: people.ana, jobTitle: "TEAM LEAD", jobLevel: null, department: "Deck" };
  const launched = await roleOf("both-hats");
  expect(launched(ana)).toEqual({
    ...{ name: "Lead", importance: { "setting-goals": "essential" }, zone: null },
  });
  expect(launched({ ...ana, jobTitle: "Mate" })?.name).toBe("Deck");
  expect(launched({ ...ana, jobTitle: null, department: null })).toBeNull();
  expect((await roleOf("another"))(ana)).toBeNull();
});

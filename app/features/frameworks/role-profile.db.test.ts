import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { builtInFramework } from "./built-in.server.ts";
import type { RoleForm } from "./domain/read-role-form.ts";
import { removeRoleProfile } from "./remove-role-profile.server.ts";
import { roleForTitle } from "./role-for-title.server.ts";
import { roleProfilePage, roleProfilesPage } from "./role-profile-reads.server.ts";
import { saveRoleProfile } from "./save-role-profile.server.ts";
import { keepFrameworks } from "./store.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) => keepFrameworks(tx, [builtInFramework()]));
});

const both = { frameworkKey: "both-hats" };
const form = (changed: Partial<RoleForm> = {}): RoleForm => ({
  name: "Team lead",
  titles: "Team lead\nSupervisor",
  importance: {},
  hasZone: false,
  zone: {},
  ...changed,
});

const page = (actor = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => roleProfilesPage(tx, actor));
const one = (id: string, actor = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => roleProfilePage(tx, actor, id));
const needs = async (title: string) =>
  inOrganisation(db.platform, home, async (tx) =>
    (await roleForTitle(tx, home, both.frameworkKey))(title),
  );

async function added(changed: Partial<RoleForm> = {}): Promise<string> {
  const outcome = await saveRoleProfile(db.platform, home.admin, both, form(changed));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

test("what HR saves is what a job title of the role needs, until it is changed or removed", async () => {
  const { frameworks } = (await page())!;
  const [hat] = frameworks[0]!.hats;
  const competency = frameworks[0]!.competencies[0]!.key;
  const id = await added({ importance: { [competency]: "essential" } });
  expect(await needs("SUPERVISOR, night shift")).toEqual({
    name: "Team lead",
    importance: { [competency]: "essential" },
    zone: null,
  });
  const zone = Object.fromEntries(
    frameworks[0]!.hats.map(({ key }) => [key, { low: "0", high: key === hat?.key ? "0.5" : "1" }]),
  );
  const saved = await saveRoleProfile(
    db.platform,
    home.admin,
    { id, revision: 1 },
    form({ name: "TEAM LEAD", hasZone: true, zone }),
  );
  expect(saved).toEqual({ ok: true, value: { id } });
  expect(await needs("Supervisor")).toMatchObject({
    name: "TEAM LEAD",
    importance: {},
    zone: { [hat!.key]: { low: 0, high: 0.5 } },
  });
  expect(await removeRoleProfile(db.platform, home.admin, id)).toEqual({ ok: true });
  expect(await needs("Supervisor")).toBeNull();
  expect(await removeRoleProfile(db.platform, home.admin, id)).toMatchObject({
    reason: "unknown",
  });
  const { rows } = await db.owner.query(
    "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
    [home.organisationId, id],
  );
  expect(rows.map((row) => row.action)).toEqual([
    "role-profile.added",
    "role-profile.changed",
    "role-profile.removed",
  ]);
});

test("bad input, a name that is taken, and a form from before someone else's save change nothing", async () => {
  const id = await added();
  const save = (target: Parameters<typeof saveRoleProfile>[2], changed: Partial<RoleForm>) =>
    saveRoleProfile(db.platform, home.admin, target, form(changed));
  expect(await save(both, { name: "team LEAD" })).toMatchObject({
    problems: [{ field: "name", code: "taken" }],
  });
  expect(await save(both, { name: "", titles: "" })).toMatchObject({
    reason: "problems",
    problems: [{ field: "name" }, { field: "titles" }],
  });
  const other = await added({ name: "Other" });
  expect(await save({ id: other, revision: 1 }, { name: "Team lead" })).toMatchObject({
    problems: [{ field: "name", code: "taken" }],
  });
  expect(await save({ id, revision: 1 }, { titles: "First tab" })).toMatchObject({ ok: true });
  expect(await save({ id, revision: 1 }, { titles: "Second tab" })).toMatchObject({
    problems: [{ code: "changed-meanwhile" }],
  });
  expect((await one(id))?.profile.titles).toEqual(["First tab"]);
  expect(await save({ id: newId(), revision: 1 }, {})).toMatchObject({ reason: "unknown" });
  expect(await save({ id: "no id", revision: 1 }, {})).toMatchObject({ reason: "unknown" });
  expect(await save({ frameworkKey: "made-up" }, {})).toMatchObject({ reason: "unknown" });
});

test("members and other organisations neither see nor change them", async () => {
  const id = await added();
  const member = home.member();
  expect([await page(member), await one(id, member)]).toEqual([null, null]);
  const target = { id, revision: 1 };
  expect(await saveRoleProfile(db.platform, member, target, form())).toMatchObject({
    reason: "not-allowed",
  });
  expect(await removeRoleProfile(db.platform, member, id)).toMatchObject({ reason: "not-allowed" });
  const { admin: stranger } = await createTestOrganisation(db.platform);
  expect(await one(id, stranger)).toBeNull();
  expect((await page(stranger))?.profiles).toEqual([]);
  expect(await saveRoleProfile(db.platform, stranger, target, form())).toMatchObject({
    reason: "unknown",
  });
  expect(await removeRoleProfile(db.platform, stranger, id)).toMatchObject({ reason: "unknown" });
  expect((await page())?.profiles).toHaveLength(1);
});

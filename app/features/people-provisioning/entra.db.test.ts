import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { ENTERPRISE_USER } from "./domain/user-attributes.ts";
import { entra, patch } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// The sequence that Microsoft Entra ID documents: it looks, makes, changes, switches off and on, and keeps groups.

let db: TestDatabase;
let house: TestOrganisation;
let ask: ScimClient["ask"];

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  ({ ask } = await scimClient(db.platform, house));
});
afterAll(() => db.close());

const person = async (id: string) =>
  (await db.owner.query("SELECT * FROM person WHERE id = $1", [id])).rows[0];
const create = async (name: string, more: object = {}): Promise<string> =>
  (await ask("POST", "/Users", entra.user(name, more))).body.id;

test("nobody is found, then made, then found, and the record stands in the directory", async () => {
  const before = await ask("GET", entra.findUser("ana"));
  expect(before.status).toBe(200);
  expect(before.body).toMatchObject({ totalResults: 0, startIndex: 1, Resources: [] });

  const made = await ask("POST", "/Users", entra.user("ana"));
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect(made.headers.get("content-type")).toBe("application/scim+json");
  expect(made.headers.get("location")).toBe(`http://twohats.test/scim/v2/Users/${id}`);
  expect(made.headers.get("etag")).toBe(made.body.meta.version);
  expect(made.body).toMatchObject({
    userName: "ana@fleet.example",
    externalId: "ana-object-id",
    displayName: "ana Entra",
    name: { formatted: "ana Entra", givenName: "ana", familyName: "Entra" },
    emails: [{ value: "ana@fleet.example", type: "work", primary: true }],
    active: true,
    meta: { resourceType: "User" },
  });
  expect(await person(id)).toMatchObject({
    name: "ana Entra",
    given_name: "ana",
    email: "ana@fleet.example",
    status: "active",
  });
  const after = await ask("GET", entra.findUser("ANA"));
  expect(after.body.Resources.map((each: { id: string }) => each.id)).toEqual([id]);
});

test("a second one of a user name, an external id or an address is refused with 409 uniqueness", async () => {
  const id = await create("ana");
  const refused = [
    entra.user("ana", { externalId: "another" }),
    entra.user("bo", { externalId: "ana-object-id" }),
    entra.user("bo", { emails: [{ type: "work", value: "Ana@Fleet.example" }] }),
  ];
  for (const body of refused) {
    const answer = await ask("POST", "/Users", body);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "409",
      scimType: "uniqueness",
    });
  }
  const bo = await create("bo");
  const stolen = patch({
    op: "Replace",
    path: 'emails[type eq "work"].value',
    value: "ana@fleet.example",
  });
  expect((await ask("PATCH", `/Users/${bo}`, stolen)).status).toBe(409);
  expect((await person(bo)).email).toBe("bo@fleet.example");
  expect((await person(id)).revision).toBe(0);
});

test("its paths with filters and its extension's are read, and what is not kept is passed over", async () => {
  const id = await create("ana");
  const renamed = await ask("PATCH", `/Users/${id}`, entra.rename);
  expect(renamed.status).toBe(200);
  expect(renamed.body).toMatchObject({
    displayName: "Ana Renamed",
    name: { familyName: "Renamed" },
    emails: [{ value: "moved@fleet.example" }],
  });
  const enterprise = await ask("PATCH", `/Users/${id}`, entra.enterprise);
  expect(enterprise.body[ENTERPRISE_USER]).toEqual({ department: "Deck", employeeNumber: "E-17" });
  expect(enterprise.body.addresses).toEqual([{ country: "Norway", type: "work" }]);
  expect(enterprise.body.phoneNumbers).toBeUndefined();
  const atOnce = await ask("PATCH", `/Users/${id}`, entra.enterpriseAtOnce);
  expect(atOnce.body).toMatchObject({ title: "Bosun", name: { givenName: "Anna" } });
  expect(atOnce.body[ENTERPRISE_USER]).toMatchObject({ division: "Fleet", department: "Deck" });
  expect(await person(id)).toMatchObject({
    ...{ name: "Ana Renamed", employee_id: "E-17", department: "Deck", division: "Fleet" },
    ...{ country: "Norway", job_title: "Bosun" },
  });
});

test("“False” as text lets somebody leave at once, “True” brings them back, and the history says by what", async () => {
  const id = await create("ana");
  expect((await ask("PATCH", `/Users/${id}`, entra.disable)).body.active).toBe(false);
  expect(await person(id)).toMatchObject({ status: "inactive" });
  expect((await ask("PATCH", `/Users/${id}`, entra.enable)).body.active).toBe(true);
  const { rows } = await db.owner.query(
    "SELECT way, account_id, changes FROM person_change WHERE person_id = $1 ORDER BY revision",
    [id],
  );
  expect(rows.map(({ way, account_id, changes }) => [way, account_id, changes[0]])).toEqual([
    ["provisioning", "provisioning", { field: "added", from: null, to: null }],
    ["provisioning", "provisioning", { field: "status", from: "active", to: "inactive" }],
    ["provisioning", "provisioning", { field: "status", from: "inactive", to: "active" }],
  ]);
});

test("a manager in a list, or alone as text, is set and removed; one who is not there yet is awaited", async () => {
  const [ana, bo] = [await create("ana"), await create("bo")];
  const set = await ask("PATCH", `/Users/${ana}`, entra.manager(bo));
  expect(set.body[ENTERPRISE_USER].manager).toMatchObject({ value: bo });
  expect((await person(ana)).manager_id).toBe(bo);
  await ask("PATCH", `/Users/${ana}`, entra.noManager);
  expect((await person(ana)).manager_id).toBeNull();
  const awaited = await ask("PATCH", `/Users/${ana}`, entra.managerAsText("Cleo-Object-Id"));
  expect(awaited.status).toBe(200);
  expect(awaited.body[ENTERPRISE_USER].manager).toEqual({ value: "Cleo-Object-Id" });
  expect((await person(ana)).manager_id).toBeNull();
  const cleo = await create("cleo");
  expect((await person(ana)).manager_id).toBe(cleo);
  const known = await ask("GET", `/Users/${ana}`);
  expect(known.body[ENTERPRISE_USER].manager.value).toBe(cleo);
});

test("managers in a circle are refused, and nobody between them is named", async () => {
  const [ana, bo, cleo] = [await create("ana"), await create("bo"), await create("cleo")];
  await ask("PATCH", `/Users/${ana}`, entra.managerAsText(bo));
  await ask("PATCH", `/Users/${bo}`, entra.managerAsText(cleo));
  for (const id of [ana, cleo]) {
    const answer = await ask("PATCH", `/Users/${cleo}`, entra.managerAsText(id));
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe("invalidValue");
  }
  const named = await ask("PATCH", `/Users/${cleo}`, entra.managerAsText(ana));
  expect(named.body.detail).toContain("already reports to them");
  expect(JSON.stringify(named.body)).not.toMatch(/\bana\b|\bcleo\b|\bbo\b/i);
  expect((await person(cleo)).manager_id).toBeNull();
});

test("somebody who is awaited by one who will stand above them is awaited on, and nothing circles", async () => {
  const ana = await create("ana");
  await ask("PATCH", `/Users/${ana}`, entra.managerAsText("bo@fleet.example"));
  const bo = await create("bo", { [ENTERPRISE_USER]: { manager: { value: ana } } });
  expect((await person(bo)).manager_id).toBe(ana);
  expect((await person(ana)).manager_id).toBeNull();
  const still = await ask("GET", `/Users/${ana}`);
  expect(still.body[ENTERPRISE_USER].manager).toEqual({ value: "bo@fleet.example" });
});

test("its groups are kept with their members, and told without them where it asks so", async () => {
  const [ana, bo] = [await create("ana"), await create("bo")];
  expect((await ask("GET", entra.findGroup("Deck crew"))).body.totalResults).toBe(0);
  const made = await ask("POST", "/Groups", entra.group("Deck crew"));
  expect(made.status).toBe(201);
  const path = `/Groups/${made.body.id}`;
  expect((await ask("PATCH", path, entra.addMember(ana))).status).toBe(204);
  expect((await ask("PATCH", path, entra.addMember(bo))).status).toBe(204);
  expect((await ask("PATCH", path, entra.addMember(bo))).status, "twice is once").toBe(204);
  const found = await ask("GET", entra.findGroup("deck CREW"));
  expect(found.body.Resources[0].displayName).toBe("Deck crew");
  expect(found.body.Resources[0].members).toBeUndefined();
  const members = async () =>
    (await ask("GET", path)).body.members.map((each: { value: string }) => each.value);
  expect(await members()).toEqual([ana, bo]);
  const asked = `/Groups?filter=${encodeURIComponent(`id eq "${made.body.id}" and members eq "${ana}"`)}`;
  expect((await ask("GET", asked)).body.totalResults).toBe(1);
  await ask("PATCH", path, entra.removeMember(ana));
  expect(await members()).toEqual([bo]);
  expect((await ask("GET", asked)).body.totalResults).toBe(0);
  await ask("PATCH", path, entra.renameGroup("Bridge crew"));
  expect((await ask("GET", path)).body.displayName).toBe("Bridge crew");
  expect((await ask("POST", "/Groups", entra.group("BRIDGE crew"))).status).toBe(409);
  const departments = await db.owner.query(
    "SELECT department FROM person WHERE organisation_id = $1 AND department IS NOT NULL",
    [house.organisationId],
  );
  expect(departments.rows, "a group is nobody's department").toEqual([]);
  expect((await ask("DELETE", path)).status).toBe(204);
  expect((await ask("GET", path)).status).toBe(404);
});

test("deleted, somebody has left and is not there for the provider; made again, it is the same person", async () => {
  const id = await create("ana");
  expect((await ask("DELETE", `/Users/${id}`)).status).toBe(204);
  expect((await ask("GET", `/Users/${id}`)).status).toBe(404);
  expect((await ask("DELETE", `/Users/${id}`)).status).toBe(404);
  expect(await person(id)).toMatchObject({ status: "inactive", email: "ana@fleet.example" });
  expect(await create("ana")).toBe(id);
  expect(await person(id)).toMatchObject({ status: "active", inactive_since: null });
});

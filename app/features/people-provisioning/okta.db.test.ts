import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { ENTERPRISE_USER } from "./domain/user-attributes.ts";
import { okta } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// The sequence that Okta documents: it looks, makes, replaces as a whole, and switches off without a path.

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

test("it looks, makes, reads, replaces, switches off and on", async () => {
  expect((await ask("GET", okta.findUser("isaac"))).body.totalResults).toBe(0);
  const made = await ask("POST", "/Users", okta.user("isaac"));
  expect(made.status).toBe(201);
  expect(JSON.stringify(made.body)).not.toContain("not kept anywhere");
  const path = `/Users/${made.body.id}`;
  expect((await ask("GET", path)).body).toEqual(made.body);
  const replaced = await ask("PUT", path, {
    ...made.body,
    name: { givenName: "Isaac", familyName: "Brock" },
    displayName: "Isaac Brock",
    title: "Purser",
  });
  expect(replaced.status).toBe(200);
  expect(replaced.body).toMatchObject({ displayName: "Isaac Brock", title: "Purser" });
  expect((await ask("PATCH", path, okta.deactivate)).body.active).toBe(false);
  expect((await person(made.body.id)).status).toBe("inactive");
  expect((await ask("PATCH", path, okta.activate)).body.active).toBe(true);
  expect((await ask("GET", "/Users?startIndex=1&count=100")).body).toMatchObject({
    totalResults: 1,
    itemsPerPage: 1,
  });
});

test("a PUT empties what the provider said before and leaves out now, and nothing that only HR said", async () => {
  const { body } = await ask("POST", "/Users", okta.user("ana", { title: "Bosun" }));
  await db.owner.query(
    "UPDATE person SET department = 'Deck', job_level = '3', location = 'Oslo' WHERE id = $1",
    [body.id],
  );
  const replaced = await ask("PUT", `/Users/${body.id}`, okta.user("ana"));
  expect(replaced.body.title).toBeUndefined();
  expect(await person(body.id)).toMatchObject({
    ...{ job_title: null, department: "Deck", job_level: "3", location: "Oslo" },
    status: "active",
  });
});

test("who is in the directory already is taken over, with all that is theirs", async () => {
  const people = await createPeople(db.platform, house, {
    boss: { name: "The Boss" },
    ana: {
      ...{ name: "Ana Lima", email: "Ana@okta.example", employeeId: "7", jobLevel: "4" },
      ...{ manager: "boss", location: "Oslo" },
    },
    left: { name: "Lea Left", email: "left@okta.example", status: "inactive" },
    kit: { name: "Kit", email: "kit@okta.example", external: true },
  });
  const taken = await ask("POST", "/Users", okta.user("ana", { title: "Mate" }));
  expect(taken.status).toBe(201);
  expect(taken.body.id).toBe(people.ana);
  expect(await person(people.ana)).toMatchObject({
    ...{ job_title: "Mate", job_level: "4", manager_id: people.boss, location: "Oslo" },
    employee_id: "7",
  });
  expect(taken.body[ENTERPRISE_USER].manager, "whom no provider keeps it is not told").toBe(
    undefined,
  );
  const again = await ask("POST", "/Users", okta.user("ana", { externalId: "00u-other" }));
  expect(again.status).toBe(409);
  const back = await ask("POST", "/Users", okta.user("left"));
  expect(back.body).toMatchObject({ id: people.left, active: true });
  const kit = await ask("POST", "/Users", okta.user("kit"));
  expect(kit.body.id).toBe(people.kit);
  expect((await person(people.kit)).external).toBe(false);
});

test("somebody is taken over by employee id, and two records of theirs are left to HR", async () => {
  const people = await createPeople(db.platform, house, {
    one: { name: "One", employeeId: "71" },
    two: { name: "Two", email: "two@okta.example" },
  });
  const number = (employeeNumber: string) => ({ [ENTERPRISE_USER]: { employeeNumber } });
  const both = await ask("POST", "/Users", okta.user("two", number("71")));
  expect(both.body).toMatchObject({ status: "409", scimType: "uniqueness" });
  const one = await ask("POST", "/Users", okta.user("one", number("71")));
  expect(one.body.id).toBe(people.one);
});

test("its groups come with members, are renamed without a path, and members go by a filter in the path", async () => {
  const ids: string[] = [];
  for (const name of ["ana", "bo"])
    ids.push((await ask("POST", "/Users", okta.user(name))).body.id);
  const [ana = "", bo = ""] = ids;
  const made = await ask("POST", "/Groups", okta.group("Crew", [ana, bo]));
  expect(made.body.members.map((each: { value: string }) => each.value)).toEqual([ana, bo]);
  const path = `/Groups/${made.body.id}`;
  expect((await ask("PATCH", path, okta.renameGroup(made.body.id, "Crew B"))).status).toBe(204);
  expect((await ask("PATCH", path, okta.removeMember(ana))).status).toBe(204);
  const read = await ask("GET", path);
  expect(read.body).toMatchObject({
    displayName: "Crew B",
    members: [{ value: bo, type: "User" }],
  });
  const put = await ask("PUT", path, okta.group("Crew C", [ana]));
  expect(put.body.members.map((each: { value: string }) => each.value)).toEqual([ana]);
  expect((await ask("PATCH", path, okta.addMember(bo))).status).toBe(204);
  expect((await ask("PUT", path, okta.group("Crew D"))).body.members).toEqual([]);
});

test("an address that was the user name follows it, and another one does not", async () => {
  const { emails: _, ...plain } = okta.user("ana");
  const ana = await ask("POST", "/Users", plain);
  expect(ana.body.emails[0].value).toBe("ana@okta.example");
  const rename = (id: string, userName: string) =>
    ask("PATCH", `/Users/${id}`, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", value: { userName } }],
    });
  expect((await rename(ana.body.id, "ana.lima@okta.example")).body.emails[0].value).toBe(
    "ana.lima@okta.example",
  );
  const bo = await ask(
    "POST",
    "/Users",
    okta.user("bo", { emails: [{ value: "bo@mail.example", type: "work" }] }),
  );
  expect((await rename(bo.body.id, "bo.chen@okta.example")).body.emails[0].value).toBe(
    "bo@mail.example",
  );
});

test("what somebody chose themselves stands, whatever a provider says; the provider reads what it said", async () => {
  const { body } = await ask(
    "POST",
    "/Users",
    okta.user("ana", { preferredLanguage: "en", timezone: "Europe/London" }),
  );
  await db.owner.query(
    `UPDATE person SET language = 'de', timezone = 'Asia/Tokyo', preferred_name = 'Anya',
            organisation_says = '{"language": "en", "timezone": "Europe/London", "preferredName": null}' WHERE id = $1`,
    [body.id],
  );
  const path = `/Users/${body.id}`;
  const said = { title: "Bosun", preferredLanguage: "fr", timezone: "Europe/Oslo" };
  const replaced = await ask("PUT", path, okta.user("ana", said));
  expect(replaced.body).toMatchObject(said);
  expect(await person(body.id)).toMatchObject({
    ...{ job_title: "Bosun", language: "de", timezone: "Asia/Tokyo", preferred_name: "Anya" },
    organisation_says: { timezone: "Europe/Oslo", preferredName: null },
  });
  expect((await ask("GET", path)).body).toMatchObject(said);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { PATCH_OP } from "./domain/read-patch.ts";
import { CORE_USER, ENTERPRISE_USER } from "./domain/user-attributes.ts";
import { okta, patch } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// Lists, versions, what is told of the server, and every way in which something can be wrong (RFC 7644).

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

const create = async (name: string, more: object = {}): Promise<string> =>
  (await ask("POST", "/Users", okta.user(name, more))).body.id;
const query = (parameters: Record<string, string>) => `/Users?${new URLSearchParams(parameters)}`;
const names = async (parameters: Record<string, string>) => {
  const { body } = await ask("GET", query(parameters));
  return body.Resources?.map((each: { userName: string }) => each.userName.split("@")[0]);
};

test.each([
  ['userName eq "ANA@okta.example"', ["ana"]],
  ['emails.value eq "ana@OKTA.example"', ["ana"]],
  ['emails[type eq "work"].value eq "ana@okta.example"', ["ana"]],
  ['emails[type eq "home"].value eq "ana@okta.example"', []],
  ['emails[type eq "work" and value sw "bo"]', ["bo"]],
  ['emails co "okta"', ["ana", "bo", "cleo"]],
  ['externalId eq "00u-bo"', ["bo"]],
  ['externalId eq "00U-BO"', []],
  ['name.givenName eq "CLEO"', ["cleo"]],
  ['displayName sw "ana"', ["ana"]],
  ['displayName ew "okta"', ["ana", "bo", "cleo"]],
  ["title pr", ["ana", "bo"]],
  ["not (title pr)", ["cleo"]],
  ['title ne "Bosun"', ["bo", "cleo"]],
  ["active eq true", ["ana", "bo"]],
  ['active eq "False"', ["cleo"]],
  [`${ENTERPRISE_USER}:department eq "deck"`, ["ana"]],
  [`${ENTERPRISE_USER}:employeeNumber eq "e1"`, []],
  [`${ENTERPRISE_USER}:employeeNumber eq "E1"`, ["ana"]],
  [`${CORE_USER}:userName sw "b"`, ["bo"]],
  ['title eq "Bosun" or title eq "Mate" and active eq false', ["ana"]],
  ['(title eq "Bosun" or title eq "Mate") and active eq true', ["ana", "bo"]],
  ['userName eq "ana@okta.example" and not (active eq true)', []],
  ["department eq null", null],
  [`${ENTERPRISE_USER}:department eq null`, ["bo", "cleo"]],
  ['meta.lastModified ge "2026-01-01T00:00:00Z"', ["ana", "bo", "cleo"]],
  ['meta.lastModified gt "2026-03-02T12:00:00.000Z"', []],
  ['addresses[type eq "work"].country eq "Norway"', ["ana"]],
  ['name.formatted co "kt"', ["ana", "bo", "cleo"]],
])("the filter %s finds %j", async (filter, found) => {
  await create("ana", {
    title: "Bosun",
    addresses: [{ type: "work", country: "Norway" }],
    [ENTERPRISE_USER]: { department: "Deck", employeeNumber: "E1" },
  });
  await create("bo", { title: "Mate" });
  await create("cleo", { active: false });
  const answer = await ask("GET", query({ filter }));
  if (found === null)
    expect(answer.body).toMatchObject({ status: "400", scimType: "invalidFilter" });
  else expect(await names({ filter })).toEqual(found);
});

test.each([
  "userName",
  'userName eq "a',
  "userName is a",
  'password eq "x"',
  "active gt true",
  'meta.created eq "yesterday"',
  'emails[value eq "a"][type eq "b"]',
  "(".repeat(3_000),
  `${"not (".repeat(30)}active eq true${")".repeat(30)}`,
  Array.from({ length: 60 }, () => "active eq true").join(" or "),
  "",
])("a filter that can't be answered is refused by its name: %s", async (filter) => {
  const { status, body } = await ask("GET", query({ filter }));
  expect(status).toBe(400);
  expect(body.scimType).toBe("invalidFilter");
});

test("lists come in pages; too many are brought down to the most, which the server declares", async () => {
  for (const name of ["ana", "bo", "cleo"]) await create(name);
  const page = await ask("GET", query({ startIndex: "2", count: "1" }));
  expect(page.body).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
  expect(page.body.Resources[0].userName).toBe("bo@okta.example");
  const none = await ask("GET", query({ count: "0" }));
  expect(none.body).toMatchObject({ totalResults: 3, itemsPerPage: 0, Resources: [] });
  for (const [startIndex, count, shown] of [
    ["-4", "999999999999", 3],
    ["0", "-1", 0],
    ["99999999999999", "5", 0],
  ] as const) {
    const { status, body } = await ask("GET", query({ startIndex, count }));
    expect([status, body.itemsPerPage]).toEqual([200, shown]);
  }
  expect((await ask("GET", query({ count: "many" }))).body.scimType).toBe("invalidValue");
  const config = await ask("GET", "/ServiceProviderConfig");
  expect(config.body.filter).toEqual({ supported: true, maxResults: 200 });
  expect(await names({ sortBy: "userName", sortOrder: "descending" })).toEqual([
    "cleo",
    "bo",
    "ana",
  ]);
  expect(await names({ sortBy: "title" })).toEqual(["ana", "bo", "cleo"]);
  expect((await ask("GET", query({ sortBy: "secret" }))).body.scimType).toBe("invalidPath");
});

test("only what is asked for is told, and never without the id", async () => {
  const id = await create("ana", { title: "Bosun" });
  const only = await ask("GET", `/Users/${id}?attributes=userName,name.givenName,emails.value`);
  expect(only.body).toEqual({
    ...{ schemas: [CORE_USER], id, userName: "ana@okta.example" },
    ...{ name: { givenName: "ana" }, emails: [{ value: "ana@okta.example" }] },
  });
  const without = await ask(
    "GET",
    `/Users/${id}?excludedAttributes=emails,meta,name.familyName,id`,
  );
  expect(Object.keys(without.body)).not.toContain("emails");
  expect(without.body).toMatchObject({ id, name: { givenName: "ana" } });
  expect(without.body.name.familyName).toBeUndefined();
});

test("versions: what was not changed is not told again, and what was changed by others is not overwritten", async () => {
  const id = await create("ana");
  const { headers } = await ask("GET", `/Users/${id}`);
  const etag = headers.get("etag") ?? "";
  expect((await ask("GET", `/Users/${id}`, undefined, { "if-none-match": etag })).status).toBe(304);
  await db.owner.query("UPDATE person SET revision = revision + 1 WHERE id = $1", [id]);
  const moved = await ask("GET", `/Users/${id}`, undefined, { "if-none-match": etag });
  expect(moved.status).toBe(200);
  const change = patch({ op: "replace", path: "title", value: "Mate" });
  for (const [method, body] of [
    ["PATCH", change],
    ["PUT", okta.user("ana")],
    ["DELETE", undefined],
  ] as const)
    expect((await ask(method, `/Users/${id}`, body, { "if-match": etag })).status).toBe(412);
  const now = moved.headers.get("etag") ?? "";
  expect((await ask("PATCH", `/Users/${id}`, change, { "if-match": `"0.0", ${now}` })).status).toBe(
    200,
  );
  expect((await ask("PATCH", `/Users/${id}`, change, { "if-match": "*" })).status).toBe(200);
});

test("what changes nothing makes no new version and no history", async () => {
  const id = await create("ana", { title: "Bosun" });
  const before = await ask("GET", `/Users/${id}`);
  const same = await ask("PUT", `/Users/${id}`, okta.user("ana", { title: "Bosun" }));
  expect(same.headers.get("etag")).toBe(before.headers.get("etag"));
  const { rows } = await db.owner.query("SELECT 1 FROM person_change WHERE person_id = $1", [id]);
  expect(rows.length).toBe(1);
});

const bad: [string, object, string, string][] = [
  ["title", { title: 5 }, "invalidValue", "title"],
  ["userName", { userName: "" }, "invalidValue", "userName"],
  ["userName", { userName: { a: 1 } }, "invalidValue", "userName"],
  ["active", { active: "perhaps" }, "invalidValue", "active"],
  ["emails", { emails: "ana@x.org" }, "invalidValue", "emails"],
  ["emails", { emails: [{ value: "no address" }] }, "invalidValue", "emails.value"],
  ["name", { name: "Ana" }, "invalidValue", "name"],
  ["timezone", { timezone: "Mars/Olympus" }, "invalidValue", "timezone"],
  ["long", { title: "x".repeat(300) }, "invalidValue", "title"],
  ["extension", { [ENTERPRISE_USER]: "Deck" }, "invalidValue", ENTERPRISE_USER],
  [
    "manager",
    { [ENTERPRISE_USER]: { manager: [{ value: "a" }, { value: "b" }] } },
    "invalidValue",
    "manager",
  ],
];
test.each(bad)("a wrong %s is refused, and named", async (_, more, scimType, named) => {
  const { status, body } = await ask("POST", "/Users", okta.user("ana", more));
  expect([status, body.scimType]).toEqual([400, scimType]);
  expect(body.detail).toContain(named);
  expect((await ask("GET", "/Users")).body.totalResults).toBe(0);
});

const wrongPatches: [unknown, string][] = [
  [{ schemas: [PATCH_OP] }, "invalidSyntax"],
  [{ schemas: [PATCH_OP], Operations: [] }, "invalidSyntax"],
  [{ schemas: ["other"], Operations: [{ op: "remove", path: "title" }] }, "invalidSyntax"],
  [patch({ op: "increase", path: "title", value: "x" }), "invalidSyntax"],
  [patch({ op: "remove" }), "noTarget"],
  [patch({ op: "replace", value: "x" }), "invalidValue"],
  [patch({ op: "replace", path: "title[", value: "x" }), "invalidPath"],
  [patch({ op: "replace", path: 'title[value eq "x"]', value: "x" }), "invalidPath"],
  [patch({ op: "replace", path: "emails[what is].value", value: "x" }), "invalidPath"],
  [
    patch({ op: "replace", path: 'emails[value eq "other@x.org"].value', value: "a@x.org" }),
    "noTarget",
  ],
  [patch({ op: "replace", path: "id", value: "x" }), "mutability"],
  [patch({ op: "remove", path: "userName" }), "mutability"],
  [patch({ op: "remove", path: "active" }), "mutability"],
  [patch({ op: "replace", path: "title" }), "invalidValue"],
  [patch(...Array.from({ length: 1_001 }, () => ({ op: "remove", path: "title" }))), "tooMany"],
];
test.each(wrongPatches)(
  "PATCH %j is refused as %s, and does none of it",
  async (body, scimType) => {
    const id = await create("ana", { title: "Bosun" });
    const answer = await ask("PATCH", `/Users/${id}`, body);
    expect([answer.status, answer.body.scimType]).toEqual([400, scimType]);
    const one = { op: "replace", path: "title", value: "Mate" };
    await ask(
      "PATCH",
      `/Users/${id}`,
      patch(one, { op: "replace", path: "active", value: "perhaps" }),
    );
    expect((await ask("GET", `/Users/${id}`)).body.title).toBe("Bosun");
  },
);

test("names that mean something to a language mean nothing here", async () => {
  const id = await create("ana");
  for (const name of ["__proto__", "constructor", "prototype", "hasOwnProperty"]) {
    const body = `{"schemas":["${PATCH_OP}"],"Operations":[{"op":"add","path":"${name}.polluted","value":"yes"},
      {"op":"add","value":{"${name}":{"polluted":"yes"}}}]}`;
    const answer = await ask("PATCH", `/Users/${id}`, body);
    expect([200, 400]).toContain(answer.status);
    expect((await ask("GET", query({ filter: `${name} eq "x"` }))).status).toBe(400);
    expect((await ask("GET", query({ sortBy: name }))).status).toBe(400);
    expect((await ask("GET", `/${name}`)).status).toBe(404);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("bodies that are none, of another type or no text, addresses that are none, and methods that do nothing", async () => {
  expect((await ask("POST", "/Users", "{")).body.scimType).toBe("invalidSyntax");
  expect((await ask("POST", "/Users", "[1]")).body.scimType).toBe("invalidSyntax");
  expect((await ask("POST", "/Groups", "null")).body.scimType).toBe("invalidSyntax");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await ask("POST", "/Users", "userName=ana", form)).status).toBe(415);
  for (const path of ["/Nothing", "/Users/a/b", "/Users/1/Groups", "", "/Me", "/Schemas/none"])
    expect((await ask("GET", path)).status, path).toBe(404);
  expect((await ask("GET", "/Users/no-id-at-all")).body.status).toBe("404");
  for (const [method, path] of [
    ["DELETE", "/Users"],
    ["PUT", "/Groups"],
    ["POST", "/Schemas"],
  ] as const) {
    const answer = await ask(method, path, {});
    expect([answer.status, answer.headers.has("allow")]).toEqual([405, true]);
  }
});

test("what is told of schemas is what is kept", async () => {
  const { body } = await ask("GET", "/Schemas");
  expect(body.totalResults).toBe(3);
  const user = await ask("GET", `/Schemas/${CORE_USER}`);
  expect(user.body.attributes.map((each: { name: string }) => each.name)).toContain("emails");
  const types = await ask("GET", "/ResourceTypes");
  expect(types.body.Resources.map((each: { id: string }) => each.id)).toEqual(["User", "Group"]);
  expect((await ask("GET", "/ResourceTypes/User")).body.endpoint).toBe("/Users");
});

test("languages and zones: what people can read in, and zones by the name they have now; as told, so shown", async () => {
  const id = await create("ana", { preferredLanguage: "de-AT", timezone: "Asia/Calcutta" });
  const kept = async () =>
    (await db.owner.query("SELECT language, timezone FROM person WHERE id = $1", [id])).rows[0];
  expect(await kept()).toEqual({ language: "de", timezone: "Asia/Kolkata" });
  const shown = await ask("GET", `/Users/${id}`);
  expect(shown.body).toMatchObject({ preferredLanguage: "de-AT", timezone: "Asia/Calcutta" });
  await ask(
    "PATCH",
    `/Users/${id}`,
    patch({ op: "replace", path: "preferredLanguage", value: "xx" }),
  );
  expect((await kept()).language, "what nobody can read in changes nothing").toBe("de");
});

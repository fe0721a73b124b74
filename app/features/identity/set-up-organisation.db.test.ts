import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { resolveSession } from "./resolve-session.server.ts";
import { setUpCode } from "./set-up-code.server.ts";
import { setUpOrganisation } from "./set-up-organisation.server.ts";
import { cookiesSent } from "./testing/cookies.ts";
import { testDirectory } from "./testing/directory.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  await db.owner.query(`TRUNCATE auth."user", membership, audit_record, organisation CASCADE`);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const form = (changes: object = {}) => ({
  code: setUpCode(db.platform.secret),
  organisation: "Harbourline",
  name: "Ana",
  email: "ana@house.test",
  password: "correct horse battery",
  ...changes,
});
const setUp = (
  changes: object = {},
  furnish: Parameters<typeof setUpOrganisation>[3] = async () => {},
) => setUpOrganisation(db.platform, auth.auth, form(changes), furnish);
const made = async () =>
  (
    await db.owner.query(
      `SELECT (SELECT count(*) FROM organisation)::int AS organisations,
              (SELECT count(*) FROM membership)::int AS members,
              (SELECT count(*) FROM auth."user")::int AS accounts`,
    )
  ).rows[0];
const nothing = { organisations: 0, members: 0, accounts: 0 };
const one = { organisations: 1, members: 1, accounts: 1 };

test("whoever has the code makes the organisation, furnished, and is its administrator, signed in", async () => {
  const furnished: string[] = [];
  const outcome = await setUp({}, async (_tx, organisationId) => {
    furnished.push(organisationId);
  });
  expect(await made()).toEqual(one);
  const headers = outcome.ok ? outcome.value.headers : new Headers();
  const session = await resolveSession(
    { ...db.platform, directory: testDirectory },
    auth.auth,
    cookiesSent(headers),
  );
  expect(session).toMatchObject({
    organisationName: "Harbourline",
    actor: { organisationId: furnished[0], role: "admin", personId: null },
  });
});

test("without the code nothing is made, whatever else is right or wrong", async () => {
  const code = setUpCode(db.platform.secret);
  for (const wrong of [
    "",
    "0000-0000-0000",
    `${code}0`,
    code.slice(1),
    setUpCode("x"),
    "é".repeat(7),
    5,
    null,
  ])
    expect(await setUp({ code: wrong })).toMatchObject({
      ok: false,
      problems: expect.arrayContaining(["code"]),
    });
  expect(await made()).toEqual(nothing);
  expect(await setUp({ code: `  ${code.toUpperCase()} ` })).toMatchObject({ ok: true });
});

test("each field that cannot be used is named once, and nothing is made", async () => {
  const outcome = await setUp({ organisation: " ", name: "", email: "ana", password: "short" });
  expect(outcome).toEqual({
    ok: false,
    reason: "fields",
    problems: ["organisation", "name", "email", "password"],
  });
  expect(await made()).toEqual(nothing);
});

test("it can be done once: afterwards, even with the code, it is over", async () => {
  expect(await setUp()).toMatchObject({ ok: true });
  expect(await setUp({ email: "bo@house.test" })).toEqual({ ok: false, reason: "done" });
  expect(await made()).toEqual(one);
});

test("done by two people at once, one of them makes the only organisation", async () => {
  const outcomes = await Promise.all([setUp(), setUp({ email: "bo@house.test" })]);
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
  expect(await made()).toEqual(one);
});

test("cut short while it furnishes, it leaves nothing that stands in the way of another try", async () => {
  const failing = setUp({}, async () => {
    throw new Error("cut short");
  });
  await expect(failing).rejects.toThrow("cut short");
  expect(await setUp()).toMatchObject({ ok: true });
  expect(await made()).toEqual(one);
});

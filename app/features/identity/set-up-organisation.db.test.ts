import { setTimeout as passed } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { isSetUp } from "./reads.server.ts";
import { resolveSession } from "./resolve-session.server.ts";
import { setUpCode } from "./set-up-code.server.ts";
import { setUpOrganisation } from "./set-up-organisation.server.ts";
import { cookiesSent } from "./testing/cookies.ts";
import { testDirectory } from "./testing/directory.ts";
import { hashCheaply } from "./testing/hash-cheaply.ts";
import { createTestOrganisation } from "./testing/organisation.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
  await hashCheaply(auth.auth);
});
beforeEach(async () => {
  await db.owner.query(
    `TRUNCATE auth.tries, auth."user", membership, audit_record, organisation CASCADE`,
  );
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
  furnish: Parameters<typeof setUpOrganisation>[4] = async () => {},
  client = "192.0.2.1",
) => setUpOrganisation(db.platform, auth.auth, { client, cookies: null }, form(changes), furnish);
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
  for (const [place, wrong] of [
    "",
    "0000-0000-0000",
    `${code}0`,
    code.slice(1),
    setUpCode("x"),
    "é".repeat(7),
    5,
    null,
  ].entries())
    expect(await setUp({ code: wrong }, undefined, `192.0.2.${place}`)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([{ field: "code", code: "code" }]),
    });
  expect(await made()).toEqual(nothing);
  expect(await setUp({ code: `  ${code.toUpperCase()} ` })).toMatchObject({ ok: true });
});

test("each field that cannot be used is named once, and nothing is made", async () => {
  const outcome = await setUp({ organisation: " ", name: "", email: "ana", password: "short" });
  expect(outcome).toEqual(
    refuseInput(
      ...["organisation", "name", "email", "password"].map((field) => ({ field, code: field })),
    ),
  );
  expect(await made()).toEqual(nothing);
});

test("it can be done once: afterwards, even with the code, it is over", async () => {
  expect(await setUp()).toMatchObject({ ok: true });
  expect(await setUp({ email: "bo@house.test" })).toEqual({ ok: false, reason: "done" });
  expect(await made()).toEqual(one);
});

test("a password that is too long or holds what no keyboard types is named, and leaves nothing behind", async () => {
  for (const [password, problem] of [
    ["x".repeat(129), "password-long"],
    ["👩".repeat(65), "password-long"],
    ["correct horse\u0000battery", "password-characters"],
    [null, "password"],
  ])
    expect(await setUp({ password })).toEqual(
      refuseInput({ field: "password", code: String(problem) }),
    );
  expect(await made()).toEqual(nothing);
  // 128 units of a string, and 64 characters.
  const faces = Array.from({ length: 64 }, (_, at) =>
    String.fromCodePoint(0x1f600 + ((at * 37) % 77)),
  );
  expect(await setUp({ password: faces.join("") })).toMatchObject({ ok: true });
});

test("whatever else is sent in a field is named or cleaned, and never breaks", async () => {
  const strange = ["\u0000", "\ud800", "x".repeat(100_000), new File(["x"], "x"), null, 5];
  for (const field of ["organisation", "name", "email", "password", "code"])
    for (const value of strange)
      expect([
        field,
        value,
        await setUp({ [field]: value }, undefined, `${field} ${value}`),
      ]).toEqual([field, value, expect.objectContaining({ ok: false, reason: "problems" })]);
  expect(await made()).toEqual(nothing);
  expect(await setUp({ organisation: " Har\u0000bour\ud800 ", name: "An\na" })).toMatchObject({
    ok: true,
  });
  const names = await db.owner.query(
    `SELECT o.name AS organisation, u.name FROM organisation o, auth."user" u`,
  );
  expect(names.rows).toEqual([{ organisation: "Har bour", name: "An a" }]);
});

test("done by many people at once, one of them makes the only organisation, and no account stays of the others", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => setUp({ email: `person${n}@house.test` })),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await made()).toEqual(one);
});

test("whoever is half way through with their account when another is done is told so", async () => {
  const holder = await db.owner.connect();
  await holder.query(`
    CREATE FUNCTION auth.wait_in_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM auth."user" WHERE id = NEW."userId" AND email LIKE 'late%') THEN
        PERFORM pg_advisory_xact_lock(42);
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER wait_in_test BEFORE INSERT ON auth.account FOR EACH ROW EXECUTE FUNCTION auth.wait_in_test();
    SELECT pg_advisory_lock(42);
  `);
  try {
    const late = setUp({ email: "late@house.test" }).catch(String);
    while ((await made()).accounts === 0) await passed(10);
    expect(await setUp()).toMatchObject({ ok: true });
    await holder.query("SELECT pg_advisory_unlock(42)");
    expect(await late).toEqual({ ok: false, reason: "done" });
    expect(await made()).toEqual(one);
  } finally {
    await holder.query("SELECT pg_advisory_unlock_all()");
    await holder.query(
      "DROP TRIGGER wait_in_test ON auth.account; DROP FUNCTION auth.wait_in_test()",
    );
    holder.release();
  }
});

test("sent twice at once by the same person, it is done once, and their account stays", async () => {
  const outcomes = await Promise.all([setUp(), setUp()]);
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
  expect(await made()).toEqual(one);
});

const cutShort = (changes: object = {}) =>
  expect(
    setUp(changes, async () => {
      throw new Error("cut short");
    }),
  ).rejects.toThrow("cut short");

test("cut short after the account was made, it can be done again, with whatever is typed then", async () => {
  for (const changes of [{}, { password: "another password" }, { email: "bo@house.test" }]) {
    await cutShort();
    expect(await made()).toEqual({ ...nothing, accounts: 1 });
    expect(await setUp(changes)).toMatchObject({ ok: true });
    expect(await made()).toEqual(one);
    await db.owner.query(`TRUNCATE auth."user", membership, audit_record, organisation CASCADE`);
  }
});

test("an organisation that an earlier version left without members does not count", async () => {
  await createTestOrganisation(db.platform, "Left behind");
  expect(await isSetUp(db.platform)).toBe(false);
  expect(await setUp()).toMatchObject({ ok: true });
  expect(await isSetUp(db.platform)).toBe(true);
  expect(await made()).toEqual({ ...one, organisations: 2 });
});

test("guessing the code has to wait, even with the right one, wherever it is not the guesser's own place", async () => {
  const guess = (code: string, client = "192.0.2.1") => setUp({ code }, undefined, client);
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, n) => guess(`0000-0000-00${n}`)),
  );
  const told = outcomes.filter((outcome) => !outcome.ok && outcome.reason === "problems");
  expect(told).toHaveLength(10);
  const right = setUpCode(db.platform.secret);
  expect(await guess(right)).toEqual({ ok: false, reason: "too-many", seconds: 60 });
  expect(await made()).toEqual(nothing);
  expect(await guess(right, "192.0.2.2")).toMatchObject({ ok: true });
});

test("the right code is counted for nothing, however often another field is wrong", async () => {
  for (let time = 0; time < 30; time += 1)
    expect(await setUp({ email: "ana" })).toMatchObject({ problems: [{ field: "email" }] });
  expect(await setUp()).toMatchObject({ ok: true });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { accessLinks, joinToken, readJoinToken } from "./access-link.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import { openAccount, pageOfUsedLink } from "./open-account.server.ts";
import { resolveSession } from "./resolve-session.server.ts";
import { signIn, signInInput } from "./sign-in.server.ts";
import { cookiesSent } from "./testing/cookies.ts";
import { testDirectory } from "./testing/directory.ts";
import { createTestOrganisation } from "./testing/organisation.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const PASSWORD = "correct horse battery";
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let person = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(() => {
  db.platform.clock.set(NOON);
  person += 1;
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...db.platform, directory: testDirectory });
const address = () => `person${person}@house.test`;
/** Each test comes from a place of its own. */
const visitor = () => ({ client: `192.0.2.${person}`, cookies: null });
const enter = async (form: { email?: unknown; password?: unknown }) => {
  const read = readInput(signInInput, form);
  if (!read.ok) return read;
  const parts = { ...db.platform, directory: testDirectory };
  return signIn(parts, auth.auth, visitor(), read.value);
};
const makeAccount = (email = address(), password = PASSWORD) =>
  accountFor(auth.auth, { email, name: "Ana", password });
/** What is wrong with a form, each once. */
const codesOf = (outcome: Awaited<ReturnType<typeof enter>>) => [
  ...new Set("problems" in outcome ? outcome.problems.map(({ code }) => code) : []),
];
/** Into an organisation as nobody of its directory, so that there is something to sign in to. */
async function join(accountId: string | null, name = "House", role: "admin" | "member" = "member") {
  const organisation = await createTestOrganisation(db.platform, name);
  const member = { accountId: accountId ?? "", personId: null, role };
  await addMember(db.platform, organisation.organisationId, member);
  return organisation;
}
const later = (milliseconds: number) =>
  db.platform.clock.set(new Date(NOON.getTime() + milliseconds));
const refused = (reason: string) => ({ ok: false, reason });

describe("signing in", () => {
  test("with the right password starts a session that scripts and other sites cannot read", async () => {
    await join(await makeAccount());
    const outcome = await enter({ email: address(), password: PASSWORD });
    const [cookie] = outcome.ok ? outcome.value.headers.getSetCookie() : [];
    expect(cookie).toMatch(/^twohats\.session_token=.+HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test("takes the address in any case", async () => {
    await join(await makeAccount());
    expect(await enter({ email: address().toUpperCase(), password: PASSWORD })).toMatchObject({
      ok: true,
    });
  });

  test("refuses a wrong password and an unknown address in the same words", async () => {
    await makeAccount();
    expect(await enter({ email: address(), password: "wrong" })).toEqual(refused("wrong"));
    expect(await enter({ email: "nobody@house.test", password: PASSWORD })).toEqual(
      refused("wrong"),
    );
  });

  test("says to the right password alone that its account is out, and leaves no session", async () => {
    const { organisationId } = await join(await makeAccount());
    await db.owner.query("UPDATE membership SET state = 'ended' WHERE organisation_id = $1", [
      organisationId,
    ]);
    expect(await enter({ email: address(), password: "wrong" })).toEqual(refused("wrong"));
    expect(await enter({ email: address(), password: PASSWORD })).toEqual(refused("out"));
    const { rows } = await db.owner.query(
      `SELECT 1 FROM auth."session" s JOIN auth."user" u ON u."id" = s."userId" WHERE u."email" = $1`,
      [address()],
    );
    expect(rows).toEqual([]);
  });

  test("refuses what is no sign-in form", async () => {
    for (const form of [
      {},
      { email: "x", password: "y" },
      { email: address(), password: "" },
      { email: `${"a".repeat(250)}@house.test`, password: PASSWORD },
      { email: `ana\u0000@house.test`, password: PASSWORD },
      { email: new File([], "x"), password: new File([], "x") },
    ])
      expect(codesOf(await enter(form))).toEqual(["incomplete"]);
  });

  test("takes a password of 128 characters, and says that there are no longer ones", async () => {
    const longest = "é".repeat(128);
    await join(await makeAccount(address(), longest));
    const outcome = await enter({ email: ` ${address()} `, password: longest });
    expect(outcome).toMatchObject({ ok: true });
    expect(await enter({ email: address(), password: `${longest}é` })).toEqual(
      refuseInput({ field: "password", code: "too-long" }),
    );
  });

  test("leaves the day of a visit in the database, and not its time", async () => {
    await join(await makeAccount());
    await enter({ email: address(), password: PASSWORD });
    const { rows } = await db.owner.query(
      'SELECT "createdAt" AS created, "updatedAt" AS updated, "expiresAt" AS expires FROM auth.session',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const moment of rows.flatMap((row) => Object.values(row) as Date[]))
      expect(moment.toISOString()).toMatch(/T00:00:00.000Z$/);
  });

  test("keeps neither the password nor where someone signed in from", async () => {
    await join(await makeAccount());
    await enter({ email: address(), password: PASSWORD });
    const { rows } = await db.owner.query<{ all: string }>(
      `SELECT (SELECT string_agg(a::text, ' ') FROM auth.account a) AS all`,
    );
    expect(rows[0]!.all).not.toContain(PASSWORD);
    const sessions = await db.owner.query(
      `SELECT count("ipAddress")::int AS addresses FROM auth.session WHERE "ipAddress" <> ''`,
    );
    expect(sessions.rows).toEqual([{ addresses: 0 }]);
  });
});

describe("opening an account by a personal link", () => {
  const open = (token: string, password = PASSWORD) =>
    openAccount(parts(), auth.auth, visitor(), token, { password });

  async function invited(email = address()) {
    const organisation = await createTestOrganisation(db.platform);
    const ana = newId();
    await db.owner.query(
      "INSERT INTO person (organisation_id, id, name, email, created_at, updated_at) VALUES ($1, $2, 'ana', $3, $4, $4)",
      [organisation.organisationId, ana, email, NOON],
    );
    const guest = { personId: ana, name: "ana", email, linkVersion: 0 };
    const link = async () => {
      const [address] = await inOrganisation(db.platform, organisation, (tx) =>
        accessLinks(db.platform, tx, organisation, [{ ...guest, path: "/reports" }]),
      );
      return address!;
    };
    return { ...organisation, personId: ana, link, token: (await link()).split("/join/")[1]! };
  }

  const memberships = async (organisationId: string) =>
    (
      await db.owner.query("SELECT person_id, role FROM membership WHERE organisation_id = $1", [
        organisationId,
      ])
    ).rows;

  test("makes the person a member, signs them in, and leads to the page the link was for", async () => {
    const { token, organisationId, personId, link } = await invited();
    const outcome = await open(token);
    expect(outcome).toMatchObject({ ok: true, value: { next: "/reports" } });
    expect(await memberships(organisationId)).toEqual([{ person_id: personId, role: "member" }]);
    const headers = cookiesSent(outcome.ok ? outcome.value.headers : new Headers());
    expect((await resolveSession(parts(), auth.auth, headers))?.actor).toMatchObject({
      organisationId,
      personId,
      role: "member",
    });
    expect(await link()).toBe("http://twohats.test/reports");
  });

  test("leads on to its page by way of signing in once it was used, and lets nobody in by itself", async () => {
    const { token } = await invited();
    const page = (of: string) => pageOfUsedLink(db.platform, of);
    expect(await page(token)).toBeNull();
    expect((await open(token)).ok).toBe(true);
    expect(await page(token)).toBe("/reports");
    db.platform.clock.set(new Date(NOON.getTime() + 100 * 86_400_000));
    expect(await page(token)).toBe("/reports");
    for (const none of ["", "x", `${token}x`]) expect(await page(none)).toBeNull();
    db.platform.clock.set(NOON);
  });

  test("is refused the second time, and at the same time: a link opens one account", async () => {
    const { token, organisationId } = await invited();
    const outcomes = await Promise.all([open(token), open(token)]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    expect(await open(token, "another long password")).toEqual(refused("expired"));
    expect(await memberships(organisationId)).toHaveLength(1);
    const accounts = await db.owner.query(`SELECT 1 FROM auth."user" WHERE email = $1`, [
      address(),
    ]);
    expect(accounts.rows).toHaveLength(1);
  });

  test("is refused after sixty days, and for links that are not ours", async () => {
    const { token, organisationId } = await invited();
    const claims = readJoinToken(db.platform.secret, token, NOON)!;
    const [body, signature] = token.split(".");
    const altered = Buffer.from(JSON.stringify({ ...claims, name: "Someone else" }));
    const forged = [
      "",
      "x",
      ".",
      body!,
      `${body}.${signature}x`,
      `${body}.${signature}.${signature}`,
      `${altered.toString("base64url")}.${signature}`,
      joinToken("the secret of another server", claims),
    ];
    for (const each of forged) expect([each, await open(each)]).toEqual([each, refused("expired")]);
    later(61 * DAY);
    expect(await open(token)).toEqual(refused("expired"));
    expect(await memberships(organisationId)).toEqual([]);
  });

  test("asks for a longer password, and makes nothing until it has one", async () => {
    const { token, organisationId } = await invited();
    for (const [password, code] of [
      ["too short", "password"],
      ["x".repeat(129), "password-long"],
      ["👩".repeat(65), "password-long"],
      ["correct horse\u0000battery", "password-characters"],
    ] as const)
      expect(await open(token, password)).toEqual(refuseInput({ field: "password", code }));
    expect(await memberships(organisationId)).toEqual([]);
    expect(await open(token)).toMatchObject({ ok: true });
  });

  test("joins an account that exists only to someone who knows its password", async () => {
    await makeAccount();
    const { token, organisationId } = await invited();
    expect(await open(token, "not its password")).toEqual(refused("taken"));
    expect(await memberships(organisationId)).toEqual([]);
    expect(await open(token)).toMatchObject({ ok: true });
    expect(await memberships(organisationId)).toHaveLength(1);
  });

  test("is refused, not broken, when the account is in the organisation already as somebody else", async () => {
    const { token, organisationId } = await invited();
    const accountId = await makeAccount();
    await addMember(db.platform, organisationId, {
      accountId: accountId!,
      personId: null,
      role: "admin",
    });
    expect(await open(token)).toEqual(refused("expired"));
    expect(await memberships(organisationId)).toEqual([{ person_id: null, role: "admin" }]);
  });
});

describe("a session", () => {
  const resolve = (headers: Headers) => resolveSession(parts(), auth.auth, headers);

  async function signedIn() {
    const outcome = await enter({ email: address(), password: PASSWORD });
    return outcome.ok ? outcome.value.headers : new Headers();
  }

  test("opens the organisation its cookie names, among the account's own only", async () => {
    const accountId = await makeAccount();
    await join(accountId, "A first one");
    const second = await join(accountId, "B second one", "admin");
    const foreign = await createTestOrganisation(db.platform, "C foreign one");
    const headers = await signedIn();
    const chosen = async (...cookies: string[]) => {
      const found = await resolve(cookiesSent(headers, ...cookies));
      return [found?.organisationName, found?.actor.role];
    };
    expect(await chosen()).toEqual(["A first one", "member"]);
    expect(await chosen(`twohats-organisation=${second.organisationId}`)).toEqual([
      "B second one",
      "admin",
    ]);
    for (const id of [foreign.organisationId, newId(), "nonsense"])
      expect(await chosen(`twohats-organisation=${id}`)).toEqual(["A first one", "member"]);
    const all = await resolve(cookiesSent(headers));
    expect(all?.memberships.map((each) => each.organisationName)).toEqual([
      "A first one",
      "B second one",
    ]);
  });

  test("is nobody's without a cookie, with a forged one, after signing out, and without a membership", async () => {
    const accountId = await makeAccount();
    const { organisationId } = await join(accountId);
    const before = await signedIn();
    expect(await resolve(cookiesSent(before))).not.toBeNull();
    const leave = "DELETE FROM membership WHERE organisation_id = $1";
    await db.owner.query(leave, [organisationId]);
    expect(await resolve(cookiesSent(before))).toBeNull();
    await join(accountId);
    expect(await resolve(cookiesSent(before)), "a session that led nowhere has ended").toBeNull();
    const headers = await signedIn();
    expect(await resolve(cookiesSent(headers))).not.toBeNull();
    expect(await resolve(new Headers())).toBeNull();
    expect(await resolve(new Headers({ cookie: "twohats.session_token=made.up" }))).toBeNull();
    await auth.auth.api.signOut({ headers: cookiesSent(headers) });
    expect(await resolve(cookiesSent(headers))).toBeNull();
  });
});

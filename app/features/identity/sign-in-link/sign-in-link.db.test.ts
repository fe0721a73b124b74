import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accountLetterFor } from "../account-letter-for.server.ts";
import { forgetOldTries } from "../forget-old-tries.server.ts";
import { askNewPassword } from "../passwords/ask-new-password.server.ts";
import { changePassword } from "../passwords/change-password.server.ts";
import { newPasswordLinkOf } from "../passwords/new-password-link.server.ts";
import { hasRecentProof } from "../recent/recent-proof.server.ts";
import { takeSecondStep } from "../second-factor/take-second-step.server.ts";
import { type AccountHouse, accountHouse, PASSWORD } from "../testing/account-house.ts";
import { cookiesSent } from "../testing/cookies.ts";
import { askSignInLink } from "./ask-sign-in-link.server.ts";
import { signInLinkOf } from "./sign-in-link.server.ts";
import { signInLinkFor, takeSignInLink } from "./take-sign-in-link.server.ts";

const NOON = new Date("2026-03-02T12:00:00Z");

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: AccountHouse;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  house = await accountHouse(db, auth.auth);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const tokenOf = (link: string | null) => link?.split("/sign-in/link/")[1] ?? "";
const link = async (made = db.platform) =>
  tokenOf(await signInLinkOf(made, made.database, house.accountId));
const look = (token: string) => signInLinkFor(house.parts, token);
const take = (token: string) => takeSignInLink(house.parts, auth.auth, house.visitor(), token);
const EXPIRED = { ok: false, reason: "expired" };
const minutesLater = (minutes: number) =>
  db.platform.clock.set(new Date(NOON.getTime() + minutes * 60_000));

async function taken(token: string): Promise<Headers> {
  const outcome = await take(token);
  if (!outcome.ok) throw new Error(outcome.reason);
  return cookiesSent(outcome.value.headers);
}

test("a link signs in once, after any number of programs looked at it", async () => {
  const token = await link();
  for (let time = 0; time < 5; time += 1) expect(await look(token)).toBe(house.email);
  expect(await house.sessions(), "looking signs nobody in").toBe(0);
  const headers = await taken(token);
  expect(await house.isIn(headers)).toBe(true);
  expect(await look(token)).toBeNull();
  expect(await take(token)).toEqual(EXPIRED);
  expect(await house.sessions()).toBe(1);
});

test("of two who use it at once one is let in", async () => {
  const token = await link();
  const both = await Promise.all([take(token), take(token), take(token)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await house.sessions()).toBe(1);
});

test("it is good for a quarter of an hour, and ends when the password is changed", async () => {
  const late = await link();
  minutesLater(14);
  expect(await look(late)).toBe(house.email);
  minutesLater(15);
  expect([await look(late), await take(late)]).toEqual([null, EXPIRED]);
  const before = await link();
  const changed = await changePassword(
    ...([db.platform, auth.auth, house.visitor(), await house.device()] as const),
    { current: PASSWORD, password: "vier alte Fähren" },
  );
  expect(changed).toEqual({ ok: true });
  expect([await look(before), await take(before)]).toEqual([null, EXPIRED]);
});

test("a link that was tampered with, made elsewhere or for another purpose opens nothing", async () => {
  const token = await link();
  const [body = "", signature = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString());
  const longer = Buffer.from(JSON.stringify({ ...claims, until: "2036-01-01T00:00:00.000Z" }));
  const reset = await newPasswordLinkOf(db.platform, db.platform.database, house.accountId);
  for (const bad of [
    ...["", ".", body, `${token}x`, `${longer.toString("base64url")}.${signature}`],
    await link({ ...db.platform, secret: "another secret of another server" }),
    reset?.split("/new-password/")[1] ?? "",
  ]) {
    expect([bad, await look(bad)]).toEqual([bad, null]);
    expect(await take(bad)).toEqual(EXPIRED);
  }
  expect(await house.sessions()).toBe(0);
});

test("a second step is asked after it as after a password, and nothing opens before", async () => {
  const code = await house.addFactor();
  const before = await house.sessions();
  minutesLater(2);
  const outcome = await take(await link());
  expect(outcome).toMatchObject({ ok: true, value: { isWhole: false } });
  if (!outcome.ok) return;
  const headers = cookiesSent(outcome.value.headers);
  expect(await house.isIn(headers)).toBe(false);
  expect(await house.sessions()).toBe(before);
  const visitor = house.visitor(headers.get("cookie"));
  const step = (given: string) => takeSecondStep(house.parts, auth.auth, visitor, { code: given });
  expect(await step("000000")).toMatchObject({ ok: false, reason: "wrong" });
  const stepped = await step(code());
  expect(stepped.ok && (await house.isIn(cookiesSent(stepped.value.headers)))).toBe(true);
});

test("an organisation that asks everybody for a second step asks whoever came by a link as well", async () => {
  expect((await house.session(await taken(await link())))?.needsStep).toBe(false);
  await db.owner.query(
    "UPDATE organisation SET second_step_for = 'everybody' WHERE organisation_id = $1",
    [house.organisationId],
  );
  expect((await house.session(await taken(await link())))?.needsStep).toBe(true);
});

test("whoever is out gets no letter, and an older link opens nothing", async () => {
  const token = await link();
  await db.owner.query("UPDATE membership SET state = 'ended' WHERE account_id = $1", [
    house.accountId,
  ]);
  expect(await accountLetterFor(house.parts, house.accountId)).toBeNull();
  expect([await look(token), await take(token)]).toEqual([null, EXPIRED]);
  expect(await house.sessions()).toBe(0);
});

test("signing in by it counts as having shown just now who one is", async () => {
  const headers = await taken(await link());
  const { rows } = await db.owner.query<{ token: string }>(
    `SELECT "token" FROM auth."session" WHERE "userId" = $1`,
    [house.accountId],
  );
  const proved = () => hasRecentProof(db.platform, headers.get("cookie"), rows[0]?.token ?? "");
  expect(await proved()).toBe(true);
  minutesLater(15);
  expect(await proved()).toBe(false);
});

test("asking tells nothing of whether there is an account, and makes none", async () => {
  const accounts = async () => (await db.owner.query('SELECT 1 FROM auth."user"')).rows.length;
  const jobs = async () =>
    (
      await db.owner.query<{ data: { about: string } }>(
        "SELECT data FROM pgboss.job WHERE name = 'account-letter'",
      )
    ).rows.length;
  const before = [await accounts(), await jobs()];
  const ask = (email: string) => askSignInLink(db.platform, house.visitor(), { email });
  const statements: string[][] = [];
  for (const email of [house.email, `nobody.${house.email}`]) {
    const made = await db.statementsOf(async () => {
      expect(await ask(email)).toEqual({ ok: true });
    });
    statements.push(made.map((statement) => statement.replace(/'[^']*'/g, "?")));
  }
  expect(statements[0]).toEqual(statements[1]);
  expect([await accounts(), await jobs()]).toEqual([before[0], (before[1] ?? 0) + 2]);
  expect(await house.told()).toEqual(["sign-in"]);
});

test("nobody's post is filled: from the sixth letter on each waits a quarter of an hour, and a forgotten password does not", async () => {
  for (const email of [house.email, `nobody.${house.email}`]) {
    const ask = () => askSignInLink(db.platform, house.visitor(), { email });
    for (let time = 0; time < 5; time += 1) expect(await ask()).toEqual({ ok: true });
    expect(await ask()).toMatchObject({ reason: "too-many", seconds: expect.any(Number) });
  }
  const forgotten = await askNewPassword(db.platform, house.visitor(), { email: house.email });
  expect(forgotten).toEqual({ ok: true });
});

test("the database holds no link, and what is kept of a used one names nobody and is forgotten", async () => {
  const token = await link();
  await taken(token);
  const { rows } = await db.owner.query<{ mark: string; until: Date }>("SELECT * FROM auth.spent");
  for (const { mark } of rows) expect(mark).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain(house.accountId);
  await forgetOldTries(db.platform);
  expect((await db.owner.query("SELECT 1 FROM auth.spent")).rows).toHaveLength(rows.length);
  db.platform.clock.set(new Date("2026-03-05T00:00:00Z"));
  await forgetOldTries(db.platform);
  expect((await db.owner.query("SELECT 1 FROM auth.spent")).rows).toEqual([]);
});

import { hashPassword as hashScrypt } from "better-auth/crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readInput } from "~/platform/errors/input-problems.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accountFor } from "../account-for.server.ts";
import { accountLetterFor } from "../account-letter-for.server.ts";
import { addMember } from "../add-member.server.ts";
import { resolveSession } from "../resolve-session.server.ts";
import { signIn } from "../sign-in.server.ts";
import { cookiesSent } from "../testing/cookies.ts";
import { testDirectory } from "../testing/directory.ts";
import { createTestOrganisation } from "../testing/organisation.ts";
import { askNewPassword, askNewPasswordInput } from "./ask-new-password.server.ts";
import { changePassword } from "./change-password.server.ts";
import { newPasswordLinkOf } from "./new-password-link.server.ts";
import { newPasswordFor, setNewPassword } from "./set-new-password.server.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const MINUTE = 60_000;
const FIRST = "correct horse battery";
const SECOND = "vier alte Fähren";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let person = 0;
let accountId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  person += 1;
  accountId =
    (await accountFor(auth.auth, { email: address(), name: "Ana", password: FIRST })) ?? "";
  const { organisationId } = await createTestOrganisation(db.platform);
  await addMember(db.platform, organisationId, { accountId, personId: null, role: "member" });
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const address = () => `ana${person}@house.test`;
const parts = () => ({ ...db.platform, directory: testDirectory });
const visitor = () => ({ client: `192.0.2.${person}`, cookies: null });
const enter = (password: string) =>
  signIn(parts(), auth.auth, visitor(), { email: address(), password });
/** A device that is signed in: what it sends with every request. */
async function device(password = FIRST): Promise<Headers> {
  const entered = await enter(password);
  if (!entered.ok) throw new Error(entered.reason);
  return cookiesSent(entered.value.headers);
}
const isIn = async (headers: Headers) =>
  (await resolveSession(parts(), auth.auth, headers))?.actor.accountId === accountId;
const link = async (made = db.platform) =>
  (await newPasswordLinkOf(made, made.database, accountId)) ?? "";
const tokenOf = (address: string) => address.split("/new-password/")[1] ?? "";
const choose = (token: string, password = SECOND) =>
  setNewPassword(parts(), auth.auth, visitor(), token, { password });
const ask = (email: string) => askNewPassword(db.platform, visitor(), { email });
const jobs = async () =>
  (
    await db.owner.query<{ data: { accountId: string; about: string } }>(
      "SELECT data FROM pgboss.job WHERE name = 'account-letter' ORDER BY created_on",
    )
  ).rows.map(({ data }) => data);

describe("a forgotten password", () => {
  test("is replaced by the link in a letter: signed in with the new one, and out everywhere else", async () => {
    const [desk, phone] = [await device(), await device()];
    const outcome = await choose(tokenOf(await link()));
    expect(outcome.ok).toBe(true);
    expect([await isIn(desk), await isIn(phone)]).toEqual([false, false]);
    expect(await enter(FIRST)).toMatchObject({ ok: false, reason: "wrong" });
    expect((await enter(SECOND)).ok).toBe(true);
    expect((await jobs()).at(-1)).toEqual({ accountId, about: "changed" });
  });

  test("its link is good once, for an hour, and ends with every change of the password", async () => {
    const [first, second] = [tokenOf(await link()), tokenOf(await link())];
    expect((await choose(first)).ok).toBe(true);
    for (const used of [first, second])
      expect(await choose(used, "neun neue Nebel")).toEqual({ ok: false, reason: "expired" });
    const late = tokenOf(await link());
    db.platform.clock.set(new Date(NOON.getTime() + 60 * MINUTE));
    expect(await newPasswordFor(parts(), late)).toBeNull();
    expect(await choose(late)).toEqual({ ok: false, reason: "expired" });
    expect((await enter(SECOND)).ok).toBe(true);
  });

  test("of two who use it at once one is let in", async () => {
    const token = tokenOf(await link());
    const both = await Promise.all([choose(token), choose(token, "neun neue Nebel")]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("a link that was tampered with, or made for another purpose or by another server, opens nothing", async () => {
    const token = tokenOf(await link());
    const [body = "", signature = ""] = token.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const other = Buffer.from(JSON.stringify({ ...claims, accountId: "another" })).toString(
      "base64url",
    );
    const foreign = await link({ ...db.platform, secret: "another secret of another server" });
    for (const bad of [`${other}.${signature}`, body, `${token}x`, "", ".", tokenOf(foreign)])
      expect([bad, await newPasswordFor(parts(), bad)]).toEqual([bad, null]);
  });

  test("is not given to whoever is out: no letter, and an older link opens nothing", async () => {
    const token = tokenOf(await link());
    await db.owner.query("UPDATE membership SET state = 'ended' WHERE account_id = $1", [
      accountId,
    ]);
    expect(await accountLetterFor(parts(), accountId)).toBeNull();
    expect(await newPasswordFor(parts(), token)).toBeNull();
    expect(await choose(token)).toEqual({ ok: false, reason: "expired" });
  });

  test("what is too short, known to everybody or made of their name is refused, and the link stays", async () => {
    const token = tokenOf(await link());
    for (const [password, code] of [
      ["short", "password"],
      ["Password2026", "password-guessable"],
      [address(), "password-guessable"],
    ] as const)
      expect(await choose(token, password)).toMatchObject({
        reason: "problems",
        problems: [{ field: "password", code }],
      });
    expect((await choose(token)).ok).toBe(true);
  });

  test("whether an address has an account is told by nothing: the answer, the jobs and the tries are the same", async () => {
    const before = (await jobs()).length;
    expect(await ask(address())).toEqual({ ok: true });
    expect(await ask(`nobody${person}@house.test`)).toEqual({ ok: true });
    const made = (await jobs()).slice(before);
    expect(made.map(({ about }) => about)).toEqual(["forgotten", "forgotten"]);
    expect(made[0]?.accountId).toBe(accountId);
    expect(await accountLetterFor(parts(), made[1]?.accountId ?? "")).toBeNull();
  });

  test("nobody's post is filled: from the third letter on from one place, each waits a quarter of an hour", async () => {
    for (const email of [address(), `nobody${person}@house.test`]) {
      for (let time = 0; time < 3; time += 1) expect(await ask(email)).toEqual({ ok: true });
      expect(await ask(email)).toMatchObject({ reason: "too-many" });
    }
  });

  test("what is no address is refused by its field", () => {
    for (const email of ["", " ", "ana", `${"a".repeat(260)}@house.test`])
      expect(readInput(askNewPasswordInput, { email })).toMatchObject({
        problems: [{ field: "email", code: "missing" }],
      });
  });
});

describe("changing one's own", () => {
  const change = (headers: Headers, current: string, password = SECOND) =>
    changePassword(db.platform, auth.auth, visitor(), headers, { current, password });

  test("keeps this device signed in and ends every other", async () => {
    const [desk, phone] = [await device(), await device()];
    expect(await change(desk, FIRST)).toEqual({ ok: true });
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false]);
    expect((await enter(SECOND)).ok).toBe(true);
    expect((await jobs()).at(-1)).toEqual({ accountId, about: "changed" });
    const { rows } = await db.owner.query(
      "SELECT account_id, detail FROM audit_record WHERE action = 'account.password-changed' ORDER BY at DESC, id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ account_id: accountId, detail: {} }]);
  });

  test("takes the password they have, another than that, and one that is not easily guessed", async () => {
    const desk = await device();
    const problem = async (current: string, password: string) => {
      const outcome = await change(desk, current, password);
      return outcome.ok || outcome.reason !== "problems" ? outcome : outcome.problems[0];
    };
    expect(await problem("not this one", SECOND)).toEqual({ field: "current", code: "wrong" });
    expect(await problem(FIRST, FIRST)).toEqual({ field: "password", code: "same" });
    expect(await problem(FIRST, "1234567890")).toEqual({
      field: "password",
      code: "password-guessable",
    });
    expect((await enter(FIRST)).ok).toBe(true);
  });

  test("whoever is not signed in changes nothing", async () => {
    expect(await change(new Headers(), FIRST)).toEqual({ ok: false, reason: "unknown" });
    const ended = await device();
    await change(await device(), FIRST);
    expect(await change(ended, SECOND, "neun neue Nebel")).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  test("guesses at the one they have count as they do where one signs in", async () => {
    const desk = await device();
    for (let time = 0; time < 10; time += 1) await change(desk, `guess ${time}`);
    expect(await change(desk, FIRST)).toMatchObject({ reason: "too-many" });
  });
});

test("a password that was hashed as they once were still opens, and is hashed anew", async () => {
  const hash = () =>
    db.owner
      .query<{ password: string }>(`SELECT password FROM auth.account WHERE "userId" = $1`, [
        accountId,
      ])
      .then(({ rows }) => rows[0]?.password ?? "");
  await db.owner.query(`UPDATE auth.account SET password = $2 WHERE "userId" = $1`, [
    accountId,
    await hashScrypt(FIRST),
  ]);
  expect(await enter("not this one")).toMatchObject({ reason: "wrong" });
  expect(await hash()).not.toContain("argon2id");
  expect((await enter(FIRST)).ok).toBe(true);
  expect(await hash()).toMatch(/^\$argon2id\$/);
  expect((await enter(FIRST)).ok).toBe(true);
});

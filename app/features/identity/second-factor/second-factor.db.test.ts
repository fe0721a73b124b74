import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accountFor } from "../account-for.server.ts";
import { addMember } from "../add-member.server.ts";
import type { Actor } from "../domain/actor.ts";
import { newPasswordLinkOf } from "../passwords/new-password-link.server.ts";
import { setNewPassword } from "../passwords/set-new-password.server.ts";
import { resolveSession } from "../resolve-session.server.ts";
import { setSecondStepFor } from "../set-second-step-for.server.ts";
import { signIn } from "../sign-in.server.ts";
import { codeAt } from "../testing/code-at.ts";
import { cookiesSent } from "../testing/cookies.ts";
import { testDirectory } from "../testing/directory.ts";
import { createTestOrganisation } from "../testing/organisation.ts";
import { beginSecondFactor, confirmSecondFactor, offerAgain } from "./add-second-factor.server.ts";
import {
  dropSecondFactor,
  renewRecoveryCodes,
  unsafeDropFactor,
} from "./drop-second-factor.server.ts";
import { takeSecondStep } from "./take-second-step.server.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const PASSWORD = "correct horse battery";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let person = 0;
let accountId: string;
let organisationId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  person += 1;
  const account = { email: address(), name: "Ana", password: PASSWORD };
  accountId = (await accountFor(auth.auth, account)) ?? "";
  ({ organisationId } = await createTestOrganisation(db.platform));
  await addMember(db.platform, organisationId, { accountId, personId: null, role: "member" });
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const address = () => `ana${person}@house.test`;
const parts = () => ({ ...db.platform, directory: testDirectory });
const visitor = (cookies: string | null = null) => ({ client: `192.0.2.${person}`, cookies });
const minutesLater = (minutes: number) =>
  db.platform.clock.set(new Date(NOON.getTime() + minutes * 60_000));
const enter = (password = PASSWORD) =>
  signIn(parts(), auth.auth, visitor(), { email: address(), password });
/** What a browser sends after the right password. */
async function afterPassword(): Promise<Headers> {
  const entered = await enter();
  if (!entered.ok) throw new Error(entered.reason);
  return cookiesSent(entered.value.headers);
}
const isIn = async (headers: Headers) =>
  (await resolveSession(parts(), auth.auth, headers))?.actor.accountId === accountId;
const step = (headers: Headers, code: string) =>
  takeSecondStep(parts(), auth.auth, visitor(headers.get("cookie")), { code });
const now = (secret: string) => codeAt(secret, db.platform.clock.now());
const WRONG = { ok: false, reason: "wrong" };
const wrongCode = { ok: false, reason: "problems", problems: [{ field: "code", code: "wrong" }] };

/** Somebody who is signed in, and adds the second step. */
async function added() {
  const headers = await afterPassword();
  const begun = await beginSecondFactor(parts(), auth.auth, visitor(), headers, {
    current: PASSWORD,
  });
  if (!begun.ok) throw new Error(begun.reason);
  const { offer, typed } = begun.value;
  const secret = typed.replaceAll(" ", "");
  const code = now(secret);
  const confirmed = await confirmSecondFactor(parts(), auth.auth, visitor(), headers, {
    offer,
    code,
  });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { headers, secret, codes: confirmed.value, offer };
}

const letters = async () =>
  (
    await db.owner.query<{ about: string }>(
      "SELECT data ->> 'about' AS about FROM pgboss.job WHERE name = 'account-letter' AND data ->> 'accountId' = $1 ORDER BY created_on",
      [accountId],
    )
  ).rows.map(({ about }) => about);
const recordedOf = async (subject: string) =>
  (
    await db.owner.query<{ action: string }>(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_kind = $2 ORDER BY at, id",
      [organisationId, subject],
    )
  ).rows.map(({ action }) => action);
const recorded = () => recordedOf("account");

describe("with a second step", () => {
  test("the password alone opens nothing: no session is left of it, whatever cookies it brought", async () => {
    await added();
    const entered = await enter();
    expect(entered).toMatchObject({ ok: true, value: { isWhole: false } });
    if (!entered.ok) return;
    const headers = cookiesSent(entered.value.headers);
    expect(headers.get("cookie")).not.toContain("session_token");
    expect(await isIn(headers)).toBe(false);
    const { rows } = await db.owner.query('SELECT 1 FROM auth."session" WHERE "userId" = $1', [
      accountId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test("password and code let in, by day as every session", async () => {
    const { secret } = await added();
    minutesLater(1);
    const taken = await step(await afterPassword(), now(secret));
    if (!taken.ok) throw new Error(taken.reason);
    expect(await isIn(cookiesSent(taken.value.headers))).toBe(true);
    const { rows } = await db.owner.query<{ time: string }>(
      `SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'HH24:MI:SS.US') AS time FROM auth."session" WHERE "userId" = $1`,
      [accountId],
    );
    expect(new Set(rows.map(({ time }) => time))).toEqual(new Set(["00:00:00.000000"]));
  });

  test("a code is good once, also for two at the same moment, and no older one after it", async () => {
    const { secret } = await added();
    const older = now(secret);
    minutesLater(0.5);
    const headers = await afterPassword();
    const both = await Promise.all([step(headers, now(secret)), step(headers, now(secret))]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await step(headers, now(secret))).toEqual(WRONG);
    expect(await step(headers, older)).toEqual(WRONG);
  });

  test("a recovery code lets in once instead, and its owner is told", async () => {
    const { codes } = await added();
    const [code = ""] = codes;
    const headers = await afterPassword();
    expect((await step(headers, code.toUpperCase().replaceAll("-", ""))).ok).toBe(true);
    expect(await step(headers, code)).toEqual(WRONG);
    expect((await letters()).at(-1)).toBe("recovered");
    expect((await recorded()).at(-1)).toBe("account.recovery-code-used");
  });

  test("guessing has to wait after ten, and the owner's device does not", async () => {
    const { headers: ownDevice, secret } = await added();
    const thief = await afterPassword();
    for (let guess = 0; guess < 10; guess += 1)
      expect(await step(thief, String(100_000 + guess))).toEqual(WRONG);
    expect(await step(thief, "100010")).toMatchObject({ ok: false, reason: "too-many" });
    expect(await step(thief, now(secret))).toMatchObject({ ok: false, reason: "too-many" });
    minutesLater(0.5);
    const own = await signIn(parts(), auth.auth, visitor(ownDevice.get("cookie")), {
      email: address(),
      password: PASSWORD,
    });
    if (!own.ok) throw new Error(own.reason);
    const known = cookiesSent(own.value.headers, ownDevice.get("cookie") ?? "");
    expect((await step(known, now(secret))).ok).toBe(true);
  });

  test("the question ends after ten minutes, with a changed password, and is nobody else's", async () => {
    const { secret } = await added();
    const headers = await afterPassword();
    minutesLater(10);
    expect(await step(headers, now(secret))).toEqual({ ok: false, reason: "over" });
    const again = await afterPassword();
    const link = (await newPasswordLinkOf(db.platform, db.platform.database, accountId)) ?? "";
    const token = link.split("/new-password/")[1] ?? "";
    const chosen = await setNewPassword(parts(), auth.auth, visitor(), token, {
      password: "vier alte Fähren",
    });
    expect(chosen).toMatchObject({ ok: true, value: { isWhole: false } });
    expect(await step(again, now(secret))).toEqual({ ok: false, reason: "over" });
    for (const cookie of ["", "twohats-second-step=x.y", "twohats-second-step=.."])
      expect(await step(new Headers({ cookie }), now(secret))).toEqual({
        ok: false,
        reason: "over",
      });
  });

  test("a link to a new password does not go round it", async () => {
    const { secret } = await added();
    const link = (await newPasswordLinkOf(db.platform, db.platform.database, accountId)) ?? "";
    const token = link.split("/new-password/")[1] ?? "";
    const chosen = await setNewPassword(parts(), auth.auth, visitor(), token, {
      password: "vier alte Fähren",
    });
    if (!chosen.ok) throw new Error(chosen.reason);
    const headers = cookiesSent(chosen.value.headers);
    expect(await isIn(headers)).toBe(false);
    minutesLater(1);
    expect((await step(headers, now(secret))).ok).toBe(true);
  });

  test("whoever reads the database finds neither secret nor codes, and moves them to no other account", async () => {
    const { secret, codes } = await added();
    const { rows } = await db.owner.query(
      "SELECT * FROM auth.second_factor WHERE account_id = $1",
      [accountId],
    );
    const stored = JSON.stringify(rows);
    for (const each of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(stored).not.toContain(each);
    const thief = { email: `thief${person}@house.test`, name: "Thief", password: PASSWORD };
    const other = (await accountFor(auth.auth, thief)) ?? "";
    await addMember(db.platform, organisationId, {
      accountId: other,
      personId: null,
      role: "member",
    });
    await db.owner.query(
      "INSERT INTO auth.second_factor SELECT $1, sealed_secret, last_step, recovery, since FROM auth.second_factor WHERE account_id = $2",
      [other, accountId],
    );
    minutesLater(1);
    const entered = await signIn(parts(), auth.auth, visitor(), thief);
    if (!entered.ok) throw new Error(entered.reason);
    expect(await step(cookiesSent(entered.value.headers), now(secret))).toEqual(WRONG);
  });
});

describe("adding it", () => {
  test("ends every other session, tells the owner, and stands in the audit record", async () => {
    const phone = await afterPassword();
    const { headers } = await added();
    expect([await isIn(headers), await isIn(phone)]).toEqual([true, false]);
    expect(await letters()).toEqual(["factor-on"]);
    expect(await recorded()).toEqual(["account.second-factor-on"]);
  });

  test("takes the password, and a code of the secret that was offered to this account, in time", async () => {
    const headers = await afterPassword();
    const begin = (current: string) =>
      beginSecondFactor(parts(), auth.auth, visitor(), headers, { current });
    expect(await begin("not it at all")).toEqual({
      ok: false,
      reason: "problems",
      problems: [{ field: "current", code: "wrong" }],
    });
    const begun = await begin(PASSWORD);
    if (!begun.ok) throw new Error(begun.reason);
    const { offer, typed } = begun.value;
    const secret = typed.replaceAll(" ", "");
    const confirm = (given: { offer: string; code: string }) =>
      confirmSecondFactor(parts(), auth.auth, visitor(), headers, given);
    expect(await confirm({ offer, code: "000000" })).toEqual(wrongCode);
    expect((await offerAgain(parts(), auth.auth, headers, offer))?.typed).toBe(typed);
    const over = { ok: false, reason: "problems", problems: [{ code: "over" }] };
    expect(await confirm({ offer: "x", code: now(secret) })).toEqual(over);
    expect(await confirm({ offer: "", code: now(secret) })).toEqual(over);
    minutesLater(15);
    expect(await confirm({ offer, code: now(secret) })).toEqual(over);
    expect(await enter()).toMatchObject({ ok: true, value: { isWhole: true } });
  });

  test("happens once: a second offer replaces nothing", async () => {
    const { headers, offer, secret } = await added();
    minutesLater(1);
    const code = now(secret);
    expect(
      await confirmSecondFactor(parts(), auth.auth, visitor(), headers, { offer, code }),
    ).toEqual({ ok: false, reason: "problems", problems: [{ code: "already" }] });
  });

  test("is refused to whoever is not signed in", async () => {
    const nobody = new Headers();
    const input = { current: PASSWORD };
    expect(await beginSecondFactor(parts(), auth.auth, visitor(), nobody, input)).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe("changing it", () => {
  test("takes a code: whoever finds a browser signed in can't turn it off", async () => {
    const { headers, secret } = await added();
    const drop = (code: string) =>
      dropSecondFactor(parts(), auth.auth, visitor(), headers, { code });
    expect(await drop("000000")).toEqual(wrongCode);
    expect(await enter()).toMatchObject({ value: { isWhole: false } });
    minutesLater(1);
    expect(await drop(now(secret))).toEqual({ ok: true });
    expect(await enter()).toMatchObject({ value: { isWhole: true } });
    expect(await letters()).toEqual(["factor-on", "factor-off"]);
    expect(await drop(now(secret))).toEqual(wrongCode);
  });

  test("new recovery codes end those from before", async () => {
    const { headers, secret, codes } = await added();
    minutesLater(1);
    const renewed = await renewRecoveryCodes(parts(), auth.auth, visitor(), headers, {
      code: now(secret),
    });
    if (!renewed.ok) throw new Error(renewed.reason);
    const asked = await afterPassword();
    expect(await step(asked, codes[0] ?? "")).toEqual(WRONG);
    expect((await step(asked, renewed.value[0] ?? "")).ok).toBe(true);
  });

  test("an operator takes it away from whoever lost everything; that is told and recorded", async () => {
    await added();
    expect(await unsafeDropFactor(db.platform, accountId)).toBe(true);
    expect(await unsafeDropFactor(db.platform, accountId)).toBe(false);
    expect(await enter()).toMatchObject({ value: { isWhole: true } });
    expect(await letters()).toEqual(["factor-on", "factor-off"]);
    expect((await recorded()).at(-1)).toBe("account.second-factor-off");
  });
});

describe("asked by the organisation", () => {
  const admin = () => ({
    organisationId,
    accountId,
    personId: null,
    role: "admin" as const,
    owner: true,
  });
  const ask = (whom: "nobody" | "administrators" | "everybody", by: Actor = admin()) =>
    setSecondStepFor(db.platform, by, { whom });
  const needs = async (headers: Headers) =>
    (await resolveSession(parts(), auth.auth, headers))?.needsStep;
  /** Somebody else of the organisation, signed in. */
  async function other(role: "admin" | "analyst" | "member") {
    const account = { email: `${role}${person}@house.test`, name: role, password: PASSWORD };
    const id = (await accountFor(auth.auth, account)) ?? "";
    await addMember(db.platform, organisationId, { accountId: id, personId: null, role });
    const entered = await signIn(parts(), auth.auth, visitor(), account);
    if (!entered.ok) throw new Error(entered.reason);
    return cookiesSent(entered.value.headers);
  }

  test("of administrators or everybody, it is needed from their next page on, until they have it", async () => {
    const { headers: own } = await added();
    const others = [await other("admin"), await other("analyst"), await other("member")];
    const needed = async () => Promise.all([own, ...others].map(needs));
    expect(await needed()).toEqual([false, false, false, false]);
    expect(await ask("administrators")).toEqual({ ok: true });
    expect(await needed()).toEqual([false, true, true, false]);
    expect(await ask("everybody")).toEqual({ ok: true });
    expect(await needed()).toEqual([false, true, true, true]);
    await unsafeDropFactor(db.platform, accountId);
    expect(await needs(own)).toBe(true);
    expect(await ask("nobody")).toEqual({ ok: true });
    expect(await needed()).toEqual([false, false, false, false]);
    expect((await recordedOf("organisation")).slice(-3)).toEqual(
      Array(3).fill("organisation.second-step"),
    );
  });

  test("by administrators who have one, and by nobody else", async () => {
    expect(await ask("everybody")).toEqual({ ok: false, reason: "own-first" });
    const member = { ...admin(), role: "member" as const };
    expect(await ask("nobody", member)).toEqual({ ok: false, reason: "not-allowed" });
    await added();
    const elsewhere = await createTestOrganisation(db.platform);
    expect(await ask("everybody")).toEqual({ ok: true });
    const { rows } = await db.owner.query(
      "SELECT second_step_for FROM organisation WHERE organisation_id = $1",
      [elsewhere.organisationId],
    );
    expect(rows).toEqual([{ second_step_for: "nobody" }]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { newPasswordLinkOf } from "../passwords/new-password-link.server.ts";
import { setNewPassword } from "../passwords/set-new-password.server.ts";
import { deleteMembershipOf } from "../personal/personal-store.server.ts";
import { hasRecentProof } from "../recent/recent-proof.server.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { type AccountHouse, accountHouse } from "../testing/account-house.ts";
import { authenticator } from "../testing/authenticator.ts";
import { cookiesSent } from "../testing/cookies.ts";
import { addPasskey, addPasskeyInput, beginPasskey, MOST_PASSKEYS } from "./add-passkey.server.ts";
import { askForPasskey, enterWithPasskey } from "./enter-with-passkey.server.ts";
import { passkeysOf } from "./passkey-store.server.ts";
import { removePasskey, unsafeDropPasskeys } from "./remove-passkey.server.ts";
import { showPasskey } from "./show-passkey.server.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const ORIGIN = "https://hats.example";
const HERE = { origin: ORIGIN, host: "hats.example" };

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: AccountHouse;
let headers: Headers;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  house = await accountHouse(db, auth.auth);
  headers = await house.device();
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...house.parts, publicUrl: ORIGIN });
const minutesLater = (minutes: number) =>
  db.platform.clock.set(new Date(NOON.getTime() + minutes * 60_000));
const withCookie = (cookie: string, to = headers) =>
  new Headers({ cookie: `${to.get("cookie") ?? ""}; ${cookie.split(";")[0]}` });
const problem = (code: string) => ({ ok: false, reason: "problems", problems: [{ code }] });

/** Asks to add one. @returns what a device signs, and what the browser sends from then on. */
async function begun(to = headers) {
  const outcome = await beginPasskey(parts(), auth.auth, to);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { options, cookie } = outcome.value;
  return { challenge: options.challenge, options, sent: withCookie(cookie, to) };
}
const add = (sent: Headers, response: string, name = "Desk") =>
  addPasskey(parts(), auth.auth, sent, { name, response });

async function added(device = authenticator()) {
  const { challenge, sent } = await begun();
  expect(await add(sent, device.create({ challenge, ...HERE }))).toEqual({ ok: true });
  return device;
}

async function asked(accountId: string | null = null) {
  const found = await askForPasskey(parts(), accountId);
  if (!found) throw new Error("no passkeys here");
  const cookie = found.cookie.split(";")[0] ?? "";
  return { challenge: found.options.challenge, options: found.options, cookie };
}
const enter = (cookie: string, response: string) =>
  enterWithPasskey(parts(), auth.auth, house.visitor(cookie), { response });
async function entered(device: ReturnType<typeof authenticator>, change = {}) {
  const { challenge, cookie } = await asked();
  return enter(cookie, device.get({ challenge, ...HERE, ...change }));
}
const refused = (reason: string) => ({ ok: false, reason });

describe("adding one", () => {
  test("takes a lately shown proof and a device that was unlocked; its owner is told, and days are kept", async () => {
    const device = await added();
    expect(await passkeysOf(db.platform.database, house.accountId)).toEqual([
      { id: device.id, name: "Desk", since: "2026-03-02", lastDay: null, transports: ["internal"] },
    ]);
    expect((await house.told()).at(-1)).toBe("passkey-on");
    expect((await house.recorded()).at(-1)).toEqual({
      action: "account.passkey-added",
      detail: {},
    });
  });

  test("a browser that was left signed in adds none and removes none", async () => {
    const device = await added();
    minutesLater(16);
    const { challenge, sent } = await begun();
    const response = authenticator().create({ challenge, ...HERE });
    expect(await add(sent, response)).toEqual(refused("stale"));
    const press = { passkey: device.id };
    expect(await removePasskey(parts(), auth.auth, sent, press)).toEqual(refused("stale"));
    expect(await passkeysOf(db.platform.database, house.accountId)).toHaveLength(1);
  });

  test("whoever is not signed in is asked nothing, and adds none", async () => {
    expect(await beginPasskey(parts(), auth.auth, new Headers())).toEqual(refused("unknown"));
    expect(await add(new Headers(), "{}")).toEqual(refused("unknown"));
    const press = { passkey: "x" };
    expect(await removePasskey(parts(), auth.auth, new Headers(), press)).toEqual(
      refused("unknown"),
    );
  });

  test.each([
    ["made for another site", { origin: "https://evil.example" }],
    ["made for another host", { host: "evil.example" }],
    ["not unlocked by anybody", { verified: false }],
    ["signed for another question", { challenge: Buffer.alloc(32).toString("base64url") }],
  ])("one that was %s is refused", async (_, change) => {
    const { challenge, sent } = await begun();
    const response = authenticator().create({ challenge, ...HERE, ...change });
    expect(await add(sent, response)).toEqual(problem("wrong"));
    expect(await passkeysOf(db.platform.database, house.accountId)).toEqual([]);
  });

  test.each(["", "null", "[]", "{}", '{"id":"a"}', "x".repeat(1_000), '{"id":{},"response":7}'])(
    "what is no answer of any browser is refused: %j",
    async (response) => {
      const { sent } = await begun();
      expect(await add(sent, response)).toEqual(problem("wrong"));
    },
  );

  test("a question is answered once, within ten minutes, by the account that was asked", async () => {
    const { challenge, sent } = await begun();
    expect(await add(sent, "{}")).toEqual(problem("wrong"));
    const response = authenticator().create({ challenge, ...HERE });
    expect(await add(sent, response), "answered before").toEqual(problem("over"));
    const late = await begun();
    minutesLater(10);
    const tooLate = authenticator().create({ challenge: late.challenge, ...HERE });
    expect(await add(late.sent, tooLate)).toEqual(problem("over"));
    minutesLater(0);
    const other = await accountHouse(db, auth.auth);
    const theirs = await begun(await other.device());
    const question = /twohats-passkey=[^;]+/.exec(theirs.sent.get("cookie") ?? "")?.[0] ?? "";
    const planted = authenticator().create({ challenge: theirs.challenge, ...HERE });
    expect(await add(withCookie(question), planted)).toEqual(problem("over"));
    expect(await add(headers, response), "never asked").toEqual(problem("over"));
  });

  test("one that somebody has already is not added again, and a device that has one is told so", async () => {
    const device = await added();
    const { challenge, sent, options } = await begun();
    expect(options.excludeCredentials).toEqual([
      { id: device.id, transports: ["internal"], type: "public-key" },
    ]);
    expect(await add(sent, device.create({ challenge, ...HERE }))).toEqual(problem("already"));
    expect(await passkeysOf(db.platform.database, house.accountId)).toHaveLength(1);
  });

  test("it needs a name of at most sixty letters, and twenty are enough", async () => {
    const named = (name: string) => readInput(addPasskeyInput, { name, response: "{}" });
    expect(named("  ")).toMatchObject({ problems: [{ field: "name", code: "name" }] });
    expect(named("x".repeat(61))).toMatchObject({
      problems: [{ field: "name", code: "name-long" }],
    });
    expect(named(` ${"x".repeat(60)} `)).toMatchObject({ ok: true });
    for (let count = 0; count < MOST_PASSKEYS; count += 1) await added();
    const { challenge, sent } = await begun();
    expect(await add(sent, authenticator().create({ challenge, ...HERE }))).toMatchObject({
      problems: [{ code: "many", values: { count: 20 } }],
    });
  });
});

describe("signing in", () => {
  test("by one opens the account, both steps at once, and notes the day", async () => {
    const device = await added();
    minutesLater(2);
    await house.addFactor();
    db.platform.clock.set(new Date("2026-03-05T18:45:00Z"));
    const outcome = await entered(device);
    if (!outcome.ok) throw new Error(outcome.reason);
    const opened = cookiesSent(outcome.value.headers);
    expect(await house.isIn(opened)).toBe(true);
    const session = await ownSession(auth.auth, opened);
    expect(
      await hasRecentProof(db.platform, opened.get("cookie"), session?.token ?? ""),
      "it counts as shown just now",
    ).toBe(true);
    const [kept] = await passkeysOf(db.platform.database, house.accountId);
    expect(kept?.lastDay).toBe("2026-03-05");
  });

  test("whoever watched it can't do it again: an answer is good once, and for its own question", async () => {
    const device = await added();
    const { challenge, cookie } = await asked();
    const response = device.get({ challenge, ...HERE });
    expect((await enter(cookie, response)).ok).toBe(true);
    expect(await enter(cookie, response)).toEqual(refused("over"));
    const again = await asked();
    expect(await enter(again.cookie, response)).toEqual(refused("wrong"));
    expect(await enter("", response)).toEqual(refused("over"));
    expect(await enter("twohats-passkey=x.y", response)).toEqual(refused("over"));
  });

  test("of two who send the same answer at once one is let in", async () => {
    const device = await added();
    const { challenge, cookie } = await asked();
    const response = device.get({ challenge, ...HERE });
    const both = await Promise.all([enter(cookie, response), enter(cookie, response)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test.each([
    ["for another site", { origin: "https://evil.example" }],
    ["for another host", { host: "evil.example" }],
    ["without anybody unlocking it", { verified: false }],
  ])("an answer %s is refused", async (_, change) => {
    const device = await added();
    const before = await house.sessions();
    expect(await entered(device, change)).toEqual(refused("wrong"));
    expect(await house.sessions()).toBe(before);
  });

  test("after ten minutes the question is over, and one to whoever is signed in signs nobody in", async () => {
    const device = await added();
    const late = await asked();
    minutesLater(10);
    expect(await enter(late.cookie, device.get({ ...late, ...HERE }))).toEqual(refused("over"));
    const own = await asked(house.accountId);
    expect(await enter(own.cookie, device.get({ ...own, ...HERE }))).toEqual(refused("over"));
  });

  test("a key of nobody's and one that was removed look the same", async () => {
    const device = await added();
    expect(await entered(authenticator())).toEqual(refused("wrong"));
    expect(await removePasskey(parts(), auth.auth, headers, { passkey: device.id })).toEqual({
      ok: true,
    });
    expect(await entered(device)).toEqual(refused("wrong"));
    expect((await house.told()).at(-1)).toBe("passkey-off");
  });

  test("a copy is found by its count: refused, and the owner is told; a made-up count without the key is not", async () => {
    const device = await added();
    device.countTo(7);
    expect((await entered(device)).ok).toBe(true);
    device.countTo(3);
    expect(await entered(device)).toEqual(refused("odd"));
    expect((await house.told()).at(-1)).toBe("passkey-odd");
    expect((await house.recorded()).at(-1)?.action).toBe("account.passkey-refused");
    const told = (await house.told()).length;
    const { challenge, cookie } = await asked();
    const forged = JSON.parse(authenticator().get({ challenge, ...HERE }));
    const response = JSON.stringify({ ...forged, id: device.id, rawId: device.id });
    expect(await enter(cookie, response)).toEqual(refused("wrong"));
    expect(await house.told()).toHaveLength(told);
  });

  test("one that does not count goes on working", async () => {
    const device = await added(authenticator({ counts: false }));
    for (let time = 0; time < 3; time += 1) expect((await entered(device)).ok).toBe(true);
  });

  test("whoever is out stays out", async () => {
    const device = await added();
    await db.owner.query("UPDATE membership SET state = 'ended' WHERE account_id = $1", [
      house.accountId,
    ]);
    expect(await entered(device)).toEqual(refused("out"));
  });

  test("where an organisation asks everybody for a second step, a passkey is none of those codes", async () => {
    const device = await added();
    await db.owner.query(
      "UPDATE organisation SET second_step_for = 'everybody' WHERE organisation_id = $1",
      [house.organisationId],
    );
    const outcome = await entered(device);
    if (!outcome.ok) throw new Error(outcome.reason);
    const session = await house.session(cookiesSent(outcome.value.headers));
    expect(session?.needsStep, "the password alone would open the account otherwise").toBe(true);
  });

  test("asking names no account and nobody's passkeys", async () => {
    await added();
    const { options } = await asked();
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(options.userVerification).toBe("required");
    expect(options.rpId).toBe("hats.example");
  });

  test("there is none where browsers have none: by a number, or not by TLS", async () => {
    for (const publicUrl of ["http://hats.example", "https://192.0.2.1"]) {
      expect(await askForPasskey({ ...house.parts, publicUrl }, null)).toBeNull();
      const nowhere = { ...house.parts, publicUrl };
      expect(await beginPasskey(nowhere, auth.auth, headers)).toEqual(refused("unknown"));
    }
  });
});

describe("showing that one is still there", () => {
  const show = (cookie: string, response: string, to = headers) =>
    showPasskey(parts(), auth.auth, withCookie(cookie, to), { response });

  test("is done with a passkey of one's own, and lasts as long as with the password", async () => {
    const device = await added();
    minutesLater(30);
    const { challenge, cookie, options } = await asked(house.accountId);
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([device.id]);
    const shown = await show(cookie, device.get({ challenge, ...HERE }));
    if (!shown.ok) throw new Error(shown.reason);
    const session = await ownSession(auth.auth, headers);
    const kept = shown.value.cookie.split(";")[0] ?? "";
    expect(await hasRecentProof(db.platform, kept, session?.token ?? "")).toBe(true);
  });

  test("somebody else's passkey shows nothing, nor does an answer for signing in", async () => {
    const device = await added();
    const mine = headers;
    house = await accountHouse(db, auth.auth);
    headers = await house.device();
    const { challenge, cookie } = await asked(house.accountId);
    expect(await show(cookie, device.get({ challenge, ...HERE }))).toEqual(refused("wrong"));
    const other = await asked();
    const entering = device.get({ challenge: other.challenge, ...HERE });
    expect(await show(other.cookie, entering, mine)).toEqual(refused("over"));
    expect(await show(other.cookie, entering, new Headers())).toEqual(refused("unknown"));
  });
});

test("a new password by letter ends every passkey: whoever added one with the old password is out", async () => {
  const device = await added();
  const link = await newPasswordLinkOf(db.platform, db.platform.database, house.accountId);
  const token = link?.split("/new-password/")[1] ?? "";
  const password = "vier alte Fähren";
  const chosen = await setNewPassword(parts(), auth.auth, house.visitor(), token, { password });
  expect(chosen.ok).toBe(true);
  expect(await entered(device)).toEqual(refused("wrong"));
  expect((await house.told()).slice(-2).toSorted()).toEqual(["changed", "passkey-off"]);
});

test("an operator takes them all away, once; nobody takes away somebody else's", async () => {
  const device = await added();
  const other = await accountHouse(db, auth.auth);
  const press = { passkey: device.id };
  expect(await removePasskey(parts(), auth.auth, await other.device(), press)).toEqual({
    ok: true,
  });
  expect(await passkeysOf(db.platform.database, house.accountId)).toHaveLength(1);
  expect(await unsafeDropPasskeys(db.platform, house.accountId)).toBe(1);
  expect(await unsafeDropPasskeys(db.platform, house.accountId)).toBe(0);
  expect((await house.told()).filter((about) => about === "passkey-off")).toHaveLength(1);
});

test("whoever is erased has no passkey left", async () => {
  await added();
  await inOrganisation(db.platform, house, async (tx) => {
    const { id } = await tx
      .selectFrom("membership")
      .where("organisationId", "=", house.organisationId)
      .where("accountId", "=", house.accountId)
      .select("id")
      .executeTakeFirstOrThrow();
    await deleteMembershipOf(tx, house, { id, accountId: house.accountId });
  });
  const { rows } = await db.owner.query("SELECT 1 FROM auth.passkey WHERE account_id = $1", [
    house.accountId,
  ]);
  expect(rows).toEqual([]);
});

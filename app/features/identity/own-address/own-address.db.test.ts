import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readInput } from "~/platform/errors/input-problems.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { keepAccounts } from "../keep-accounts.server.ts";
import { changePassword } from "../passwords/change-password.server.ts";
import { newPasswordLinkOf } from "../passwords/new-password-link.server.ts";
import { setNewPassword } from "../passwords/set-new-password.server.ts";
import { ownerOfSignInLink, signInLinkOf } from "../sign-in-link/sign-in-link.server.ts";
import { type AccountHouse, accountHouse, PASSWORD } from "../testing/account-house.ts";
import { answerWish, readWish } from "./answer-wish.server.ts";
import { askOwnAddress, askOwnAddressInput, stopOwnAddress } from "./ask-own-address.server.ts";
import { ownWish } from "./own-wish.server.ts";
import { wishLetterFor, wishLinkOf } from "./wish-letters.server.ts";
import { wishLink } from "./wish-link.server.ts";
import { wishOf } from "./wish-store.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: AccountHouse;
let headers: Headers;
let fresh: string;

const on = (day: string, time = "12:00") => db.platform.clock.set(new Date(`${day}T${time}:00Z`));

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  on("2026-03-02");
  house = await accountHouse(db, auth.auth);
  headers = await house.device();
  fresh = `new.${house.email}`;
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const ask = (email = fresh, from = headers) =>
  askOwnAddress(house.parts, auth.auth, from, { email });
const wish = () => wishOf(db.platform.database, house.accountId);
async function tokenFor(side: "old" | "new"): Promise<string> {
  const found = await wish();
  const link = found && wishLink(db.platform, { wish: found.id, side });
  return link?.split("/new-address/")[1] ?? "";
}
const answer = async (side: "old" | "new", word: "mine" | "not-mine" = "mine") =>
  answerWish(db.platform, await tokenFor(side), { answer: word });
const address = async () => {
  const { rows } = await db.owner.query<{ email: string }>(
    'SELECT "email" FROM auth."user" WHERE "id" = $1',
    [house.accountId],
  );
  return rows[0]?.email;
};
const clock = () => keepAccounts(db.platform);
const refused = (reason: string) => ({ ok: false, reason });
const answered = (value: string) => ({ ok: true, value });

describe("another address", () => {
  test("is the account's once its reader and the old one's said that it is right; every session ends, both are told", async () => {
    expect(await ask(fresh.toUpperCase())).toEqual({ ok: true });
    expect((await house.told()).toSorted()).toEqual(["address-asked", "address-confirm"]);
    expect(await answer("old")).toEqual(answered("right"));
    expect(await address(), "nobody read the new one yet").toBe(house.email);
    expect(await answer("new")).toEqual(answered("done"));
    expect(await address()).toBe(fresh);
    expect(await house.isIn(headers)).toBe(false);
    expect(await house.enter(PASSWORD, house.email)).toMatchObject(refused("wrong"));
    expect((await house.enter(PASSWORD, fresh)).ok).toBe(true);
    expect((await house.told()).at(-1)).toBe("address-moved");
    expect((await house.recorded()).map(({ action }) => action)).toEqual([
      "account.address-asked",
      "account.address-changed",
    ]);
    const letter = await wishLetterFor(house.parts, house.accountId, "address-moved");
    expect(letter?.to.map((to) => to.address)).toEqual([house.email, fresh]);
  });

  test("waits as long as any changed address where nobody says anything at the old one", async () => {
    await ask();
    expect(await answer("new")).toEqual(answered("right"));
    expect(await ownWish(db.platform.database, house.accountId)).toEqual({
      ...{ to: fresh, due: "2026-03-10", reached: true },
    });
    on("2026-03-09", "23:59");
    await clock();
    expect(await address()).toBe(house.email);
    on("2026-03-10", "00:00");
    await Promise.all([clock(), clock()]);
    expect(await address()).toBe(fresh);
    expect(await house.sessions()).toBe(0);
    expect((await house.told()).filter((about) => about === "address-moved")).toHaveLength(1);
  });

  test("waits as long as the most careful of one's organisations says", async () => {
    await db.owner.query(
      "UPDATE organisation SET address_wait_days = 30 WHERE organisation_id = $1",
      [house.organisationId],
    );
    await ask();
    expect((await wish())?.waitDays).toBe(30);
  });

  test("never comes where nobody reads it, and is forgotten", async () => {
    await ask();
    await answer("old");
    on("2026-04-01");
    await clock();
    expect(await address()).toBe(house.email);
    on("2026-04-08");
    await clock();
    expect(await wish()).toBeNull();
  });

  test("that is no address, or the one they have, is refused by its field", async () => {
    for (const email of ["", " ", "ana", `${"a".repeat(250)}@house.test`])
      expect(readInput(askOwnAddressInput, { email })).toMatchObject({
        problems: [{ field: "email", code: "missing" }],
      });
    expect(await ask(` ${house.email.toUpperCase()}`.trim())).toMatchObject({
      problems: [{ field: "email", code: "same" }],
    });
    expect(await wish()).toBeNull();
  });
});

describe("attack: whoever sits at a browser that was left signed in", () => {
  test("wishes nothing without showing who they are", async () => {
    on("2026-03-02", "12:15");
    expect(await ask()).toEqual(refused("stale"));
    expect(await ask(fresh, new Headers())).toEqual(refused("unknown"));
    expect([await wish(), await house.told()]).toEqual([null, []]);
  });
});

describe("attack: whoever found out the password", () => {
  test("takes no account: the old address is told at once, and its no ends it and their session", async () => {
    const thief = await house.device();
    expect(await ask(fresh, thief)).toEqual({ ok: true });
    await answer("new");
    expect(await house.told()).toContain("address-asked");
    const letter = await wishLetterFor(house.parts, house.accountId, "address-asked");
    expect(letter).toMatchObject({
      to: [{ address: house.email }],
      address: "n…@house.test",
      due: "2026-03-10",
    });
    const [old, fromNew] = [await tokenFor("old"), await tokenFor("new")];
    expect(await answer("old", "not-mine")).toEqual(answered("stopped"));
    expect(await house.isIn(thief)).toBe(false);
    expect(await house.sessions()).toBe(0);
    for (const token of [old, fromNew]) {
      expect(await readWish(db.platform, token)).toBeNull();
      expect(await answerWish(db.platform, token, { answer: "mine" })).toEqual(refused("unknown"));
    }
    on("2026-06-01");
    await clock();
    expect(await address()).toBe(house.email);
    expect((await house.recorded()).at(-1)?.action).toBe("account.address-stopped");
  });

  test("can't agree for the old address with the letter to the new one", async () => {
    await ask();
    const token = await tokenFor("new");
    for (let time = 0; time < 3; time += 1)
      expect(await answerWish(db.platform, token, { answer: "mine" })).toEqual(answered("right"));
    expect(await address()).toBe(house.email);
    const [body = "", signature = ""] = token.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, side: "old" })).toString("base64url");
    for (const bad of [`${forged}.${signature}`, body, "", "."])
      expect(await answerWish(db.platform, bad, { answer: "mine" })).toEqual(refused("unknown"));
    expect(await address()).toBe(house.email);
  });

  test("gains nothing by asking again: the wait begins anew, the links of before end, the old address is told again", async () => {
    await ask();
    const before = await tokenFor("old");
    on("2026-03-02", "12:05");
    await ask(`third.${house.email}`);
    expect(await readWish(db.platform, before)).toBeNull();
    expect((await house.told()).filter((about) => about === "address-asked")).toHaveLength(2);
    expect((await wish())?.oldAddress).toBe(house.email);
  });

  test("loses what they wished when the password is changed, under the account or by letter", async () => {
    await ask();
    const change = { current: PASSWORD, password: "vier alte Fähren" };
    await changePassword(house.parts, auth.auth, house.visitor(), headers, change);
    expect(await wish()).toBeNull();
    expect(await ask()).toEqual({ ok: true });
    await answer("new");
    const link = await newPasswordLinkOf(db.platform, db.platform.database, house.accountId);
    await setNewPassword(
      ...([
        house.parts,
        auth.auth,
        house.visitor(),
        link?.split("/new-password/")[1] ?? "",
      ] as const),
      { password: "neun neue Nebel" },
    );
    expect(await wish()).toBeNull();
    on("2026-06-01");
    await clock();
    expect(await address()).toBe(house.email);
  });
});

describe("attack: whoever wants to know who has an account", () => {
  test("is answered the same for an address that is in use, and by the same statements", async () => {
    const other = await accountHouse(db, auth.auth);
    const statements: string[][] = [];
    for (const email of [other.email, `nobody.${other.email}`]) {
      const made = await db.statementsOf(async () => {
        expect(await ask(email)).toEqual({ ok: true });
      });
      statements.push(made.map((each) => each.replace(/'[^']*'/g, "?")));
      expect(await ownWish(db.platform.database, house.accountId)).toMatchObject({ to: email });
    }
    expect(statements[0]).toEqual(statements[1]);
  });

  test("takes no address that somebody else has, also if they got it meanwhile", async () => {
    const other = await accountHouse(db, auth.auth);
    await ask(other.email);
    expect(await wishLetterFor(house.parts, house.accountId, "address-confirm")).toBeNull();
    await answer("old");
    // As if they had guessed the link of a letter that was never written.
    expect(await answer("new")).toEqual(answered("stopped"));
    expect([await address(), await wish()]).toEqual([house.email, null]);
    expect(await house.isIn(headers), "nothing happened").toBe(true);
  });

  test("fills nobody's post: after five in a day each waits an hour", async () => {
    for (let time = 0; time < 5; time += 1) await ask(`n${time}.${house.email}`);
    expect(await ask()).toMatchObject({ reason: "too-many", seconds: expect.any(Number) });
  });
});

test("mail programs that open the links change nothing; of the new address the old one sees what its owner recognises", async () => {
  await ask();
  for (const [side, to] of [
    ["new", fresh],
    ["old", "n…@house.test"],
  ] as const)
    for (let time = 0; time < 3; time += 1)
      expect(await readWish(db.platform, await tokenFor(side))).toEqual({
        ...{ side, to, due: "2026-03-10", said: "nothing" },
      });
  expect([await address(), (await wish())?.reached]).toEqual([house.email, false]);
});

test("its owner stops it without being asked anything more, once; nobody stops somebody else's", async () => {
  await ask();
  const other = await accountHouse(db, auth.auth);
  expect(await stopOwnAddress(house.parts, auth.auth, await other.device())).toEqual({ ok: true });
  expect(await wish()).not.toBeNull();
  expect(await stopOwnAddress(house.parts, auth.auth, new Headers())).toEqual(refused("unknown"));
  for (let time = 0; time < 2; time += 1)
    expect(await stopOwnAddress(house.parts, auth.auth, headers)).toEqual({ ok: true });
  expect(await wish()).toBeNull();
  expect((await house.told()).filter((about) => about === "address-stopped")).toHaveLength(1);
});

test("whoever reads the new address and knows nothing of it ends it, and nobody is signed out", async () => {
  await ask();
  expect(await answer("new", "not-mine")).toEqual(answered("stopped"));
  expect([await wish(), await house.isIn(headers)]).toEqual([null, true]);
});

test("a link to sign in that went to the old address opens nothing afterwards", async () => {
  const link = await signInLinkOf(db.platform, db.platform.database, house.accountId);
  await ask();
  await answer("old");
  await answer("new");
  expect(await ownerOfSignInLink(db.platform, link?.split("/sign-in/link/")[1] ?? "")).toBeNull();
});

test("a waiting letter's link is made for the wish it speaks of, and for none after it", async () => {
  await ask();
  const found = await wish();
  const way = { wish: found?.id ?? "", side: "old" } as const;
  const made = () =>
    db.platform.database
      .transaction()
      .execute((tx) => wishLinkOf(db.platform, tx, house.accountId, way));
  expect(await made()).toContain("/new-address/");
  await ask(`third.${house.email}`);
  expect(await made()).toBeNull();
});

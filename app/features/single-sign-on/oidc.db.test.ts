import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { beginSignOn } from "./entering/begin-sign-on.server.ts";
import { type Forgery, type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// Signing in by an OIDC provider that speaks the protocol and says what it likes.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
let people: Record<"ana" | "left", string>;
let number = 0;
let domain = "";

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
});
beforeEach(async () => {
  number += 1;
  domain = `house${number}.example`;
  house = await signOnHouse(db, auth, provider, { domain });
  people = await createPeople(db.platform, house.scope, {
    ana: { name: "Ana Duarte", email: `ana@${domain}` },
    left: { name: "Left", email: `left@${domain}`, status: "inactive" },
  });
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const ana = () => ({ sub: "ana-1", email: `ana@${domain}`, email_verified: true, name: "A. D." });
const count = async (table: string) =>
  Number((await db.owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
/** All that a sign-in could leave behind. */
const traces = async () =>
  Promise.all(['auth."user"', 'auth."session"', "membership", "sign_on_link", "person"].map(count));

describe("somebody of the directory who comes for the first time", () => {
  test("joins just in time as that person, without any rights, and goes on to the page that was wanted", async () => {
    const came = await house.come(ana());
    if (!came.ok) throw new Error(came.reason);
    expect(came.value.path).toBe("/reports");
    const session = await house.session(came.value.headers);
    expect(session).toMatchObject({
      actor: {
        organisationId: house.organisationId,
        personId: people.ana,
        role: "member",
        owner: false,
      },
      accountName: "Ana Duarte",
      byProvider: true,
    });
    expect(await house.links()).toMatchObject([{ subject: "ana-1" }]);
  });

  test("comes again as the same account, and nothing is made anew", async () => {
    await house.come(ana());
    const before = await Promise.all(['auth."user"', "membership", "sign_on_link"].map(count));
    const again = await house.come(ana());
    expect(again.ok).toBe(true);
    expect(await Promise.all(['auth."user"', "membership", "sign_on_link"].map(count))).toEqual(
      before,
    );
  });

  test.each(["", "\u0000", "x".repeat(250)])(
    "whatever the provider calls them (%j)",
    async (name) => {
      const open = await signOnHouse(db, auth, provider, {
        domain: `named${number}.example`,
        joins: "anybody",
      });
      const email = `new${name.length}@named${number}.example`;
      const came = await open.come({ sub: email, email, name });
      const session = came.ok ? await open.session(came.value.headers) : null;
      expect(session?.accountName).toBe(email);
    },
  );

  test("pressed twice, both come in as the one account, or are asked to begin again", async () => {
    const both = await Promise.all([house.come(ana()), house.come(ana())]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    for (const each of both)
      expect(["over", "sign-in-first", undefined]).toContain(each.ok ? undefined : each.reason);
    expect(await house.links()).toHaveLength(1);
    expect((await house.come(ana())).ok).toBe(true);
  });

  test("leaves no token of the provider anywhere in the database", async () => {
    await house.come(ana());
    const { rows } = await db.owner.query('SELECT to_jsonb(a) AS row FROM auth."account" a');
    expect(JSON.stringify(rows)).not.toContain("secret-token");
    for (const { row } of rows) {
      expect([row.accessToken, row.refreshToken, row.idToken]).toEqual([null, null, null]);
    }
  });
});

describe("is let in by nothing and changes nothing", () => {
  test.each<[string, Forgery, string]>([
    ["a token signed with another key", { strangersKey: true }, "wrong"],
    ["a token without a signature", { unsigned: true }, "wrong"],
    ["a token changed after it was signed", { tampered: true }, "wrong"],
    ["a token that has run out", { lasts: -120 }, "wrong"],
    [
      "a token of a clock an hour ahead",
      { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } },
      "wrong",
    ],
    ["a token of another issuer", { claims: { iss: "https://evil.example" } }, "wrong"],
    ["a token for another client", { claims: { aud: "somebody else" } }, "wrong"],
    ["a token for several, by another", { claims: { aud: [CLIENT.id, "x"], azp: "x" } }, "wrong"],
    ["a token with another nonce", { claims: { nonce: "of another sign-in" } }, "wrong"],
    ["a token about nobody", { claims: { sub: "" } }, "wrong"],
    ["an address that is not verified", { claims: { email_verified: false } }, "unverified"],
    ["the same, said as text", { claims: { email_verified: "false" } }, "unverified"],
    ["no address", { claims: { email: null } }, "no-address"],
    ["an address of another domain", { claims: { email: "ana@evil.example" } }, "foreign"],
    ["an address of a domain below", { claims: { email: "ana@sub.DOMAIN" } }, "foreign"],
    [
      "an address with two at signs",
      { claims: { email: "ana@DOMAIN@evil.example" } },
      "no-address",
    ],
    ["an address that mail can't be sent to", { claims: { email: "a b@DOMAIN" } }, "no-address"],
    ["an address in letters of no account", { claims: { email: "añа@DOMAIN" } }, "no-address"],
    ["a NUL in who it is", { claims: { sub: "ana\u0000" } }, "wrong"],
    ["a NUL in the address", { claims: { email: "ana\u0000@DOMAIN" } }, "no-address"],
  ])("%s", async (_, { claims, ...forgery }, reason) => {
    const before = await traces();
    const said = JSON.parse(JSON.stringify(claims ?? {}).replace("DOMAIN", domain));
    const came = await house.come({ ...ana(), ...said }, forgery);
    expect(came).toEqual({ ok: false, reason });
    expect(await traces()).toEqual(before);
  });

  test.each([
    ["somebody who left", () => ({ ...ana(), sub: "left-1", email: `left@${domain}` }), "left"],
    [
      "somebody whom the directory does not know",
      () => ({ ...ana(), sub: "x", email: `x@${domain}` }),
      "unknown",
    ],
  ])("%s", async (_, claims, reason) => {
    const before = await traces();
    expect(await house.come(claims())).toEqual({ ok: false, reason });
    expect(await traces()).toEqual(before);
  });

  test("a clock that is half a minute off is no matter", async () => {
    expect((await house.come(ana(), { lasts: -30 })).ok).toBe(true);
    expect((await house.come(ana(), { ahead: 40 })).ok).toBe(true);
  });

  test("an answer to another browser, to none, twice, or to another organisation (login CSRF)", async () => {
    const mine = await house.begin();
    const other = await house.begin();
    const search = provider.answer(mine.url, { claims: ana() });
    // An attacker's answer, in the browser of somebody who began nothing, or something else.
    expect(await house.back(search, "")).toEqual({ ok: false, reason: "over" });
    expect(await house.back(search, other.cookies)).toEqual({ ok: false, reason: "over" });
    const elsewhere = await signOnHouse(db, auth, provider, { domain: `other${number}.example` });
    expect(await elsewhere.back(search, mine.cookies)).toEqual({ ok: false, reason: "over" });
    expect((await house.back(search, mine.cookies)).ok).toBe(true);
    expect(await house.back(search, mine.cookies)).toEqual({ ok: false, reason: "over" });
  });

  test("an answer that comes a quarter of an hour later, and a cookie that was changed", async () => {
    const begun = await house.begin();
    const search = provider.answer(begun.url, { claims: ana() });
    expect(await house.back(search, begun.cookies.replace(/.$/, "~"))).toMatchObject({ ok: false });
    const now = db.platform.clock.now();
    db.platform.clock.set(new Date(now.getTime() + 15 * 60_000));
    expect(await house.back(search, begun.cookies)).toEqual({ ok: false, reason: "over" });
    db.platform.clock.set(now);
  });

  test("a code that somebody else's browser fetched: without its verifier it is worth nothing", async () => {
    const [victims, attackers] = [await house.begin(), await house.begin()];
    const stolen = new URLSearchParams(provider.answer(victims.url, { claims: ana() }));
    stolen.set("state", new URL(attackers.url).searchParams.get("state") ?? "");
    expect(await house.back(`?${stolen}`, attackers.cookies)).toEqual({
      ok: false,
      reason: "wrong",
    });
  });

  test("who was refused at the provider, or stopped there", async () => {
    const begun = await house.begin();
    const state = new URL(begun.url).searchParams.get("state") ?? "";
    const search = `?${new URLSearchParams({ error: "access_denied", state })}`;
    expect(await house.back(search, begun.cookies)).toEqual({ ok: false, reason: "declined" });
  });

  test("a provider that is down, before and after", async () => {
    const begun = await house.begin();
    const search = provider.answer(begun.url, { claims: ana() });
    provider.down(true);
    const now = db.platform.clock.now();
    db.platform.clock.set(new Date(now.getTime() + 60_000));
    const ids = { organisationId: house.organisationId, providerId: house.providerId };
    const tried = await beginSignOn(house.platform, ids, { next: null, again: false });
    expect(tried).toEqual({ ok: false, reason: "away" });
    expect(await house.back(search, begun.cookies)).toEqual({ ok: false, reason: "away" });
    provider.down(false);
    db.platform.clock.set(now);
  });
});

describe("whose account it is", () => {
  test("a changed address at the provider hands over nobody's account", async () => {
    const first = await house.come(ana());
    const [link] = await house.links();
    await createPeople(db.platform, house.scope, { eve: { name: "Eve", email: `eve@${domain}` } });
    await house.come({ ...ana(), sub: "eve-1", email: `eve@${domain}` });
    // Eve calls herself Ana at the provider: she is still Eve, and no new subject becomes Ana.
    const eve = await house.come({ ...ana(), sub: "eve-1" });
    const session = eve.ok ? await house.session(eve.value.headers) : null;
    expect(session?.accountName).toBe("Eve");
    expect(await house.come({ ...ana(), sub: "new-1" })).toEqual({
      ok: false,
      reason: "other-subject",
    });
    // And Ana under another address is still Ana.
    const moved = await house.come({
      ...ana(),
      email: "ana@elsewhere.example",
      email_verified: false,
    });
    const same = moved.ok ? await house.session(moved.value.headers) : null;
    expect(same?.actor.accountId).toBe(link?.account_id);
    expect(first.ok).toBe(true);
  });

  test("an address that HR wrote into the directory does not open the account of whoever had it", async () => {
    const { owner } = await createPeople(db.platform, house.scope, {
      owner: { name: "Owner", email: `hr@${domain}` },
    });
    const member = { name: "boss", role: "admin", owner: true, personId: owner } as const;
    const boss = await createMember(db.platform, auth, house.organisationId, member);
    const claims = { ...ana(), sub: "hr-1", email: `hr@${domain}` };
    expect(await house.come(claims)).toEqual({ ok: false, reason: "sign-in-first" });
    expect(await house.links()).toEqual([]);
    expect(boss.accountId).not.toBe("");
  });

  test("a stranger joins as a plain person only where owners say so", async () => {
    const open = await signOnHouse(db, auth, provider, {
      domain: `open${number}.example`,
      joins: "anybody",
    });
    const came = await open.come({ sub: "s", email: `New@open${number}.example`, name: "New One" });
    const session = came.ok ? await open.session(came.value.headers) : null;
    expect(session?.actor).toMatchObject({ role: "member", owner: false });
    const { rows } = await db.owner.query("SELECT name, email FROM person WHERE id = $1", [
      session?.actor.personId,
    ]);
    expect(rows).toEqual([{ name: "New One", email: `new@open${number}.example` }]);
    const { rows: history } = await db.owner.query(
      "SELECT way, account_id FROM person_change WHERE person_id = $1",
      [session?.actor.personId],
    );
    expect(history).toEqual([{ way: "provisioning", account_id: "provisioning" }]);
  });

  test("who leaves is out at once, and stays out by the provider", async () => {
    const came = await house.come(ana());
    if (!came.ok) throw new Error(came.reason);
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [people.ana]);
    expect(await house.session(came.value.headers)).toBeNull();
    expect(await house.come(ana())).toEqual({ ok: false, reason: "out" });
  });
});

describe("two organisations, one address", () => {
  test("each provider opens its own organisation alone, and the second waits for something of the account's own", async () => {
    const other = await signOnHouse(db, auth, provider, { domain });
    await createPeople(db.platform, other.scope, { ana: { name: "Ana", email: `ana@${domain}` } });
    const here = await house.come(ana());
    if (!here.ok) throw new Error(here.reason);
    const claims = { ...ana(), sub: "ana-there" };
    expect(await other.come(claims)).toEqual({ ok: false, reason: "sign-in-first" });
    const byTheFirst = cookiesSent(here.value.headers).get("cookie") ?? "";
    expect(await other.come(claims, { cookies: byTheFirst })).toEqual({
      ok: false,
      reason: "sign-in-first",
    });
    // A password of her own, chosen since by a letter to her address.
    await db.owner.query(
      `UPDATE auth."account" SET "password" = owners."password" FROM auth."account" owners
        WHERE owners."userId" = $1 AND auth."account"."userId" = (SELECT "id" FROM auth."user" WHERE "email" = $2)`,
      [house.owner.accountId, `ana@${domain}`],
    );
    const own = await signingIn(db, auth, `ana@${domain}`).byPassword();
    if (!own.ok) throw new Error(own.reason);
    const cookies = cookiesSent(own.value.headers).get("cookie") ?? "";
    const there = await other.come(claims, { cookies });
    if (!there.ok) throw new Error(there.reason);
    const [one, two] = [
      await house.session(here.value.headers),
      await other.session(there.value.headers),
    ];
    expect(one?.actor.accountId).toBe(two?.actor.accountId);
    expect(one?.memberships.map(({ organisationId }) => organisationId)).toEqual([
      house.organisationId,
    ]);
    expect(two?.memberships.map(({ organisationId }) => organisationId)).toEqual([
      other.organisationId,
    ]);
  });

  test("a provider that makes up an address of another organisation's domain gets nowhere", async () => {
    const evil = await signOnHouse(db, auth, provider, {
      domain: `evil${number}.example`,
      joins: "anybody",
    });
    await house.come(ana());
    expect(await evil.come({ ...ana(), sub: "evil" })).toEqual({ ok: false, reason: "foreign" });
  });

  test("a subject means nothing at another organisation's provider, although the issuer is the same", async () => {
    await house.come(ana());
    const evil = await signOnHouse(db, auth, provider, { domain: `evil${number}.example` });
    const came = await evil.come({ sub: "ana-1", email: `ana@evil${number}.example` });
    expect(came).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("offices by group", () => {
  const mapped = { groupClaim: "groups", adminGroup: "hr", analystGroup: "figures" };
  const roleOf = async (claims: object) => {
    const came = await house.come({ ...ana(), ...claims });
    const session = came.ok ? await house.session(came.value.headers) : null;
    return session && [session.actor.role, session.actor.owner];
  };

  test("come and go with the group, and never make an owner", async () => {
    house = await signOnHouse(db, auth, provider, { domain: `map${number}.example`, ...mapped });
    domain = `map${number}.example`;
    await createPeople(db.platform, house.scope, { ana: { name: "Ana", email: `ana@${domain}` } });
    expect(await roleOf({ groups: ["staff", "owner"] })).toEqual(["member", false]);
    expect(await roleOf({ groups: ["hr"] })).toEqual(["admin", false]);
    expect(await roleOf({ groups: "figures" })).toEqual(["analyst", false]);
    expect(await roleOf({ groups: { odd: true } })).toEqual(["member", false]);
  });
});

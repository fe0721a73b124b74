import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { joinToken } from "./access-link.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import { openAccount } from "./open-account.server.ts";
import { signIn } from "./sign-in.server.ts";
import { cookiesSent } from "./testing/cookies.ts";
import { testDirectory } from "./testing/directory.ts";
import { hashCheaply } from "./testing/hash-cheaply.ts";
import { createTestOrganisation } from "./testing/organisation.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const PASSWORD = "correct horse battery";
const ANA = "ana@house.test";
const NOBODY = "nobody@house.test";
const HERE = "192.0.2.1";
const ELSEWHERE = "198.51.100.7";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
/** How often a password was hashed, to compare it or as if to. */
let hashed: { times: number };

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
  hashed = await hashCheaply(auth.auth);
  const accountId = await accountFor(auth.auth, { email: ANA, name: "Ana", password: PASSWORD });
  const { organisationId } = await createTestOrganisation(db.platform);
  await addMember(db.platform, organisationId, {
    accountId: accountId ?? "",
    personId: null,
    role: "admin",
  });
});
beforeEach(async () => {
  await db.owner.query("TRUNCATE auth.tries");
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  db.platform.clock.set(NOON);
  hashed.times = 0;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

type From = { client?: string; cookies?: string | null };

const enter = (email: string, password: string, { client = HERE, cookies = null }: From = {}) =>
  signIn(
    { ...db.platform, directory: testDirectory },
    auth.auth,
    { client, cookies },
    { email, password },
  );
const guess = (email = ANA, from: From = {}) => enter(email, "wrong password", from);
const guessOften = async (times: number, email = ANA, from: (n: number) => From = () => ({})) => {
  const reasons: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const outcome = await guess(email, from(n));
    reasons.push(outcome.ok ? "in" : outcome.reason);
  }
  return reasons;
};
const spread = (n: number) => ({ client: `10.${n % 200}.0.${Math.floor(n / 200)}` });
const wait = (seconds: number) => ({ ok: false, reason: "too-many", seconds });
const later = (minutes: number) => {
  const at = new Date(Date.now() + minutes * 60_000);
  vi.setSystemTime(at);
  db.platform.clock.set(at);
};
const cookiesOf = (outcome: { ok: false } | { ok: true; value: { headers: Headers } }) =>
  cookiesSent(outcome.ok ? outcome.value.headers : new Headers()).get("cookie");
const devicesOf = (cookies: string | null) =>
  /twohats-devices=[^;]+/.exec(cookies ?? "")?.[0] ?? null;

test("of five hundred guesses at once ten are looked at, and nobody waits for the rest", async () => {
  const outcomes = await Promise.all(Array.from({ length: 500 }, () => guess()));
  const told = outcomes.map((outcome) => (outcome.ok ? "in" : outcome.reason));
  expect(hashed.times).toBe(10);
  expect(told.filter((reason) => reason === "wrong")).toHaveLength(10);
  expect(new Set(told)).toEqual(new Set(["wrong", "too-many", "busy"]));
  expect(await enter(ANA, PASSWORD)).toEqual(wait(60));
  expect(await enter(ANA.toUpperCase(), PASSWORD)).toEqual(wait(60));
  expect(await enter(ANA, PASSWORD, { client: ELSEWHERE })).toMatchObject({ ok: true });
});

test("an unknown address is refused in the same words, after the same tries and as much hashing as a known one", async () => {
  const known = await guessOften(15, ANA);
  const hashedForKnown = hashed.times;
  hashed.times = 0;
  const unknown = await guessOften(15, NOBODY, () => ({ client: ELSEWHERE }));
  expect(unknown).toEqual(known);
  expect(hashed.times).toBe(hashedForKnown);
  expect(await guess(NOBODY, { client: ELSEWHERE })).toEqual(await guess(ANA));
  const rows = await db.owner.query(
    "SELECT split_part(key, ':', 1) AS counted, points FROM auth.tries ORDER BY key COLLATE \"C\"",
  );
  const counted = rows.rows.map((row) => `${row.counted} ${row.points}`);
  expect(counted.toSorted().filter((each, n, all) => each === all[n ^ 1])).toHaveLength(
    counted.length,
  );
});

test("a guesser with many addresses gets 120 guesses at one account at once, and then has to wait like everybody", async () => {
  const reasons = await guessOften(140, ANA, spread);
  expect(reasons).toEqual([...Array(120).fill("wrong"), ...Array(20).fill("too-many")]);
  expect(hashed.times).toBe(120);
  expect(await enter(ANA, PASSWORD, { client: ELSEWHERE })).toEqual(wait(60));
  later(1);
  expect(await enter(ANA, PASSWORD, { client: ELSEWHERE })).toMatchObject({ ok: true });
});

test("from one place many accounts can be tried a hundred times an hour, whoever they are", async () => {
  const reasons: string[] = [];
  for (let n = 0; n < 120; n += 1) reasons.push(...(await guessOften(1, `person${n}@house.test`)));
  expect(reasons).toEqual([...Array(100).fill("wrong"), ...Array(20).fill("too-many")]);
  expect(await enter(ANA, PASSWORD)).toEqual(wait(60));
  expect(await enter(ANA, PASSWORD, { client: ELSEWHERE })).toMatchObject({ ok: true });
});

test("addresses of one /64 are one place", async () => {
  const from = (n: number) => ({ client: `2001:db8:0:1::${n.toString(16)}` });
  expect((await guessOften(11, ANA, from)).at(-1)).toBe("too-many");
  expect(await guess(ANA, { client: "2001:db8:0:2::1" })).toMatchObject({ reason: "wrong" });
});

test("an office that comes through one address on a Monday signs in, however many they are", async () => {
  for (let n = 0; n < 60; n += 1) {
    const cookies = null;
    expect(await enter(ANA, PASSWORD, { cookies })).toMatchObject({ ok: true });
    expect(await guess(`person${n}@house.test`)).toMatchObject({ reason: "wrong" });
    expect(await enter(ANA, PASSWORD, { cookies })).toMatchObject({ ok: true });
  }
});

describe("a browser that has signed in before", () => {
  const known = async () => devicesOf(cookiesOf(await enter(ANA, PASSWORD)));

  test("gets in while strangers have used up the account's tries and its own place's", async () => {
    const cookies = await known();
    await guessOften(130, ANA, spread);
    for (let n = 0; n < 110; n += 1) await guess(`person${n}@house.test`);
    expect(await enter(ANA, PASSWORD)).toMatchObject({ reason: "too-many" });
    expect(await enter(ANA, PASSWORD, { cookies })).toMatchObject({ ok: true });
  });

  test("has ten tries like everybody, which strangers' are not, and forgets them when it gets in", async () => {
    const cookies = await known();
    expect(await guessOften(9, ANA, () => ({ cookies }))).toEqual(Array(9).fill("wrong"));
    expect(await enter(ANA, PASSWORD, { cookies })).toMatchObject({ ok: true });
    await guessOften(10, ANA, () => ({ cookies }));
    expect(await guess(ANA, { cookies })).toEqual(wait(60));
    expect(await enter(ANA, PASSWORD)).toMatchObject({ ok: true });
  });

  test("is a stranger to every other account, and with a cookie that was made up", async () => {
    const cookies = await known();
    await guessOften(10, NOBODY);
    expect(await guess(NOBODY, { cookies })).toEqual(wait(60));
    await guessOften(10, ANA);
    expect(await guess(ANA, { cookies: `${cookies?.slice(0, -1)}x` })).toEqual(wait(60));
  });

  test("keeps its name when it signs in again", async () => {
    const cookies = await known();
    expect(devicesOf(cookiesOf(await enter(ANA, PASSWORD, { cookies })))).toBe(cookies);
  });
});

test("visitors who can't be told apart do not use up each other's tries: only accounts are guarded", async () => {
  const from = { client: null, cookies: null };
  const wrong = Array.from({ length: 30 }, (_, at) =>
    signIn({ ...db.platform, directory: testDirectory }, auth.auth, from, {
      email: `other${at}@house.test`,
      password: "wrong",
    }),
  );
  const refused = (await Promise.all(wrong)).map((outcome) => (outcome.ok ? "in" : outcome.reason));
  expect(refused.filter((reason) => reason !== "wrong")).toEqual([]);
  const own = await signIn({ ...db.platform, directory: testDirectory }, auth.auth, from, {
    email: ANA,
    password: PASSWORD,
  });
  expect(own.ok).toBe(true);
});

describe("a personal link", () => {
  async function link(email: string) {
    const { organisationId } = await createTestOrganisation(db.platform);
    const until = new Date(NOON.getTime() + 86_400_000).toISOString();
    const personId = newId();
    await db.owner.query(
      "INSERT INTO person (organisation_id, id, name, email, created_at, updated_at) VALUES ($1, $2, 'Ana', $3, $4, $4)",
      [organisationId, personId, email, NOON],
    );
    const guest = { personId, name: "Ana", email, linkVersion: 0 };
    return joinToken(db.platform.secret, { organisationId, ...guest, until, next: "/home" });
  }
  const open = (token: string, password: string, client = HERE) =>
    openAccount(
      { ...db.platform, directory: testDirectory },
      auth.auth,
      { client, cookies: null },
      token,
      { password },
    );

  test("is no way around the limits on guessing the password of an account that exists", async () => {
    const token = await link(ANA);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => open(token, "not its password")),
    );
    const taken = outcomes.filter((outcome) => !outcome.ok && outcome.reason === "taken");
    expect(taken).toHaveLength(10);
    expect(hashed.times).toBe(10);
    expect(await open(token, PASSWORD)).toEqual(wait(60));
    expect(await enter(ANA, PASSWORD)).toEqual(wait(60));
    const another = await link(ANA);
    expect(await open(another, PASSWORD)).toEqual(wait(60));
  });

  test("has ten tries from wherever they come", async () => {
    const token = await link(ANA);
    const reasons: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const outcome = await open(token, "not its password", spread(n).client);
      reasons.push(outcome.ok ? "in" : outcome.reason);
    }
    expect(reasons).toEqual([...Array(10).fill("taken"), "too-many", "too-many"]);
  });

  test("that opens an account counts for nothing, and makes the browser known", async () => {
    const outcome = await open(await link("bo@house.test"), PASSWORD);
    expect(outcome).toMatchObject({ ok: true, value: { next: "/home" } });
    expect(devicesOf(cookiesOf(outcome))).not.toBeNull();
    const { rows } = await db.owner.query("SELECT 1 FROM auth.tries WHERE points > 0");
    expect(rows).toEqual([]);
  });
});

test("neither an e-mail address nor a network address can be read from what was counted, nor followed from day to day", async () => {
  const keys = async () =>
    (await db.owner.query<{ key: string }>("SELECT key FROM auth.tries")).rows.map(
      ({ key }) => key,
    );
  await guess();
  const first = await keys();
  for (const key of first) expect(key).toMatch(/^[a-zA-Z]+:[\w-]{22}$/);
  await db.owner.query("TRUNCATE auth.tries");
  later(24 * 60);
  await guess();
  const second = await keys();
  expect(first.filter((key) => second.includes(key)).map((key) => key.split(":")[0])).toEqual([
    "account",
  ]);
});

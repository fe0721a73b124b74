import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OPERATOR } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { nobodyOutside } from "~/platform/outside/testing.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { checkDomain, confirmDomain } from "./domains/check-domain.server.ts";
import { claimDomain } from "./domains/claim-domain.server.ts";
import { domainProof } from "./domains/domain-proof.server.ts";
import { claimedDomains, organisationsWith } from "./domains/domain-reads.server.ts";
import { dropDomain } from "./domains/drop-domain.server.ts";
import { lookAgain, nextLookAgain } from "./domains/look-again.server.ts";
import { withdrawDomain } from "./domains/withdraw-domain.server.ts";
import { waysFrom } from "./entering/ways-to-begin.server.ts";

// Which organisation's addresses of a domain are, and who says so.

let db: TestDatabase;
let house: TestOrganisation;
let other: TestOrganisation;
let number = 0;
let domain = "";

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  other = await createTestOrganisation(db.platform);
  number += 1;
  domain = `house${number}.example`;
});
afterAll(() => db.close());

const claim = (of = house, name = domain) => claimDomain(db.platform, of.admin, { domain: name });
const check = (texts: Record<string, string[]>, of = house) =>
  checkDomain({ ...db.platform, outside: nobodyOutside(texts) }, of.admin, domain);
const proofOf = (of: TestOrganisation) => domainProof(db.platform, of, domain);
const verifiedOf = async (of: TestOrganisation) =>
  (await inOrganisation(db.platform, of, (tx) => claimedDomains(tx, of.admin))).flatMap((each) =>
    each.verifiedBy ? [each.domain] : [],
  );
const found = async () =>
  (await organisationsWith(db.platform, domain)).map(({ organisationId }) => organisationId);

test("a claimed domain counts for nothing before its proof stands in DNS", async () => {
  expect(await claim(house, `@${domain.toUpperCase()}`)).toEqual({ ok: true });
  expect(await found()).toEqual([]);
  const { place, text } = proofOf(house);
  expect(place).toBe(`_twohats.${domain}`);
  expect(await check({})).toEqual({ ok: false, reason: "not-there" });
  expect(await check({ [place]: [`${text}x`, "v=spf1 -all"] })).toEqual({
    ok: false,
    reason: "not-there",
  });
  expect(await check({ [domain]: [text] })).toEqual({ ok: false, reason: "not-there" });
  expect(await verifiedOf(house)).toEqual([]);
  expect(await check({ [place]: ["v=spf1 -all", text] })).toEqual({ ok: true });
  expect(await verifiedOf(house)).toEqual([domain]);
  expect(await found()).toEqual([house.organisationId]);
});

test("what another organisation published proves nothing here; both can prove the same domain", async () => {
  await claim();
  await claim(other);
  const { place, text } = proofOf(house);
  expect(proofOf(other)).toMatchObject({ place });
  expect(proofOf(other).text).not.toBe(text);
  expect(await check({ [place]: [text] }, other)).toEqual({ ok: false, reason: "not-there" });
  const both = { [place]: [text, proofOf(other).text] };
  await check(both);
  await check(both, other);
  expect((await found()).toSorted()).toEqual(
    [house.organisationId, other.organisationId].toSorted(),
  );
});

test("without an answer from DNS nothing is changed, and it is said", async () => {
  await claim();
  const outside = { ...nobodyOutside(), textsOf: () => Promise.reject(new Error("timeout")) };
  const checked = await checkDomain({ ...db.platform, outside }, house.admin, domain);
  expect(checked).toEqual({ ok: false, reason: "away" });
  expect(await verifiedOf(house)).toEqual([]);
});

test("the operator confirms what an owner has claimed, and nobody else does", async () => {
  const operator = { ...house.admin, accountId: OPERATOR };
  expect(await confirmDomain(db.platform, operator, domain)).toEqual({
    ok: false,
    reason: "unknown",
  });
  await claim();
  expect(await confirmDomain(db.platform, house.admin, domain)).toMatchObject({
    reason: "not-allowed",
  });
  expect(await confirmDomain(db.platform, operator, domain)).toEqual({ ok: true });
  expect(await verifiedOf(house)).toEqual([domain]);
});

test.each(["gmail.com", "nonsense", ""])(
  "%s is not taken, and the field is named",
  async (name) => {
    expect(await claim(house, name)).toMatchObject({ problems: [{ field: "domain" }] });
  },
);

test("a domain is claimed once, and given up", async () => {
  await claim();
  expect(await claim()).toMatchObject({ problems: [{ code: "already" }] });
  await check({ [proofOf(house).place]: [proofOf(house).text] });
  expect(await dropDomain(db.platform, house.admin, domain)).toEqual({ ok: true });
  expect(await dropDomain(db.platform, house.admin, domain)).toEqual({
    ok: false,
    reason: "unknown",
  });
  expect(await found()).toEqual([]);
});

test("only owners claim, look, give up and read", async () => {
  await claim();
  for (const role of ["admin", "analyst", "member"] as const) {
    const admin = { ...house.admin, role, owner: false };
    const not = { ok: false, reason: "not-allowed" };
    expect(await claimDomain(db.platform, admin, { domain: "b.example" })).toEqual(not);
    expect(await checkDomain(db.platform, admin, domain)).toEqual(not);
    expect(await dropDomain(db.platform, admin, domain)).toEqual(not);
    expect(await inOrganisation(db.platform, house, (tx) => claimedDomains(tx, admin))).toEqual([]);
  }
});

test("whoever is about to sign in sees of one domain who proved it, and nothing of any other", async () => {
  await claim();
  await check({ [proofOf(house).place]: [proofOf(house).text] });
  await claim(other, "unproven.example");
  const seen = await db.unwatched.transaction().execute(async (tx) => {
    const { sql } = await import("kysely");
    await sql.raw(`SET LOCAL twohats.domain = '${domain}'`).execute(tx);
    return (await sql<{ domain: string }>`SELECT domain FROM sign_on_domain`.execute(tx)).rows;
  });
  expect(seen).toEqual([{ domain }]);
  expect(await organisationsWith(db.platform, "unproven.example")).toEqual([]);
  // An organisation without a provider is as one that is not there.
  expect(await waysFrom(db.platform, domain)).toEqual([]);
});

const DAY_MS = 86_400_000;
const told = async () => {
  const { rows } = await db.owner.query(
    "SELECT data ->> 'about' AS about FROM pgboss.job WHERE name = 'tell-owners' AND data ->> 'organisationId' = $1 ORDER BY created_on, id",
    [house.organisationId],
  );
  return rows.map(({ about }) => about);
};
const acts = async () => {
  const { rows } = await db.owner.query(
    "SELECT action, account_id FROM audit_record WHERE organisation_id = $1 ORDER BY id",
    [house.organisationId],
  );
  return rows.map(({ action, account_id }) => [action, account_id]);
};
const byClock = (outside = nobodyOutside()) => lookAgain({ ...db.platform, outside }, house);
const laterBy = (days: number) =>
  db.platform.clock.set(new Date(db.platform.clock.now().getTime() + days * DAY_MS));
async function proven() {
  await claim();
  const { place, text } = proofOf(house);
  await check({ [place]: [text] });
  return { [place]: [text] };
}

test("a proof that is gone from DNS is told at once, and after fourteen days the domain counts no more", async () => {
  const texts = await proven();
  const next = () => inOrganisation(db.platform, house, (tx) => nextLookAgain(tx, house));
  expect(await next()).toEqual(new Date(db.platform.clock.now().getTime() + DAY_MS));
  // Not before a day has passed, however often the clock comes by.
  expect(await byClock()).toBe(0);
  laterBy(1);
  expect(await byClock(nobodyOutside(texts))).toBe(1);
  expect(await told()).toEqual([]);
  laterBy(1);
  await Promise.all([byClock(), byClock()]);
  expect(await told()).toEqual(["domain-missing"]);
  expect(await found()).toEqual([house.organisationId]);
  laterBy(13);
  await byClock();
  expect(await told()).toEqual(["domain-missing"]);
  expect(await verifiedOf(house)).toEqual([domain]);
  laterBy(1);
  await byClock();
  expect(await told()).toEqual(["domain-missing", "domain-lost"]);
  expect(await found()).toEqual([]);
  expect(await verifiedOf(house)).toEqual([]);
  expect((await acts()).slice(-2)).toEqual([
    ["sign-on.domain-missing", null],
    ["sign-on.domain-lost", null],
  ]);
  expect(await next()).toBeNull();
  // Proven anew it counts again.
  expect(await check(texts)).toEqual({ ok: true });
  expect(await found()).toEqual([house.organisationId]);
});

test("found again, by the clock or by an owner, the fourteen days begin anew", async () => {
  const texts = await proven();
  for (const foundAgain of [() => byClock(nobodyOutside(texts)), () => check(texts)]) {
    laterBy(1);
    await byClock();
    laterBy(10);
    await foundAgain();
    laterBy(10);
    await byClock();
    expect(await verifiedOf(house)).toEqual([domain]);
    await check(texts);
  }
});

test("name servers that can't be asked take nothing from anybody", async () => {
  await proven();
  const away = { ...nobodyOutside(), textsOf: () => Promise.reject(new Error("timeout")) };
  for (let day = 0; day < 30; day += 1) {
    laterBy(1);
    expect(await byClock(away)).toBe(1);
  }
  expect(await told()).toEqual([]);
  expect(await verifiedOf(house)).toEqual([domain]);
});

test("a domain that the operator confirmed needs nothing in DNS, also where DNS proved it before", async () => {
  await proven();
  const operator = { ...house.admin, accountId: OPERATOR };
  expect(await confirmDomain(db.platform, operator, domain)).toEqual({ ok: true });
  laterBy(40);
  expect(await byClock()).toBe(0);
  expect(await verifiedOf(house)).toEqual([domain]);
});

test("the operator withdraws a domain, whoever proved it, and owners are told; nobody else does", async () => {
  const texts = await proven();
  const operator = { ...house.admin, accountId: OPERATOR };
  expect(await withdrawDomain(db.platform, house.admin, domain)).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  const elsewhere = { ...other.admin, accountId: OPERATOR };
  for (const tried of [
    withdrawDomain(db.platform, elsewhere, domain),
    withdrawDomain(db.platform, operator, "not.claimed.example"),
    withdrawDomain(db.platform, operator, "no domain"),
  ])
    expect(await tried).toEqual({ ok: false, reason: "unknown" });
  expect(await found()).toEqual([house.organisationId]);
  expect(await withdrawDomain(db.platform, operator, domain.toUpperCase())).toEqual({ ok: true });
  expect(await found()).toEqual([]);
  expect(await told()).toEqual(["domain-lost"]);
  expect((await acts()).slice(-1)).toEqual([["sign-on.domain-withdrawn", OPERATOR]]);
  expect(await withdrawDomain(db.platform, operator, domain)).toMatchObject({ reason: "unknown" });
  expect(await check(texts)).toEqual({ ok: true });
});

test("the operator may type a domain as people write it", async () => {
  await claim(house, `müller${number}.example`);
  const operator = { ...house.admin, accountId: OPERATOR };
  expect(await confirmDomain(db.platform, operator, `Müller${number}.example`)).toEqual({
    ok: true,
  });
  expect(await verifiedOf(house)).toEqual([new URL(`http://müller${number}.example`).hostname]);
});

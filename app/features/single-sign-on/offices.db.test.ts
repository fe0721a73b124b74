import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { saveProvider } from "./providers/save-provider.server.ts";
import { switchProvider } from "./providers/switch-provider.server.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse, typed } from "./testing/sign-on-house.ts";

// Offices that come and go with a group at the provider, and those that must not.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
let personId: string;
let number = 0;
let domain = "";
const mapping = { groupClaim: "groups", adminGroup: "hr", analystGroup: "figures" };

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
});
beforeEach(async () => {
  number += 1;
  domain = `house${number}.example`;
  house = await signOnHouse(db, auth, provider, { domain, ...mapping });
  const people = await createPeople(db.platform, house.scope, {
    ana: { name: "Ana Duarte", email: `ana@${domain}` },
  });
  personId = people.ana;
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const come = (groups?: unknown) =>
  house.come({ sub: "ana-1", email: `ana@${domain}`, ...(groups === undefined ? {} : { groups }) });
const stored = async () =>
  (
    await db.owner.query(
      "SELECT role, owner, units, office_provider, office_before FROM membership WHERE organisation_id = $1 AND person_id = $2",
      [house.organisationId, personId],
    )
  ).rows[0];
const mapped = async () =>
  (
    await db.owner.query(
      "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'sign-on.office-mapped' ORDER BY id",
      [house.organisationId],
    )
  ).rows.map(({ detail }) => detail);
const byHand = (role: string, units: string[] | null = null) =>
  db.owner.query("UPDATE membership SET role = $2, units = $3 WHERE person_id = $1", [
    personId,
    role,
    units,
  ]);

test("who left comes with the HR group: refused, and no office is given", async () => {
  expect((await come([])).ok).toBe(true);
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [personId]);
  expect(await come(["hr"])).toEqual({ ok: false, reason: "out" });
  expect(await stored()).toMatchObject({ role: "member", office_provider: null });
  expect(await mapped()).toEqual([]);
});

test("an office waits for the second step, and is given with it", async () => {
  const member = { name: "ana", role: "member", personId } as const;
  await createMember(db.platform, auth, house.organisationId, member);
  const address = `ana.${house.organisationId.slice(-12)}@accounts.test`;
  const own = signingIn(db, auth, address);
  const first = await own.byPassword();
  if (!first.ok) throw new Error(first.reason);
  await own.addFactor(cookiesSent(first.value.headers));
  await db.owner.query(
    `INSERT INTO sign_on_link (organisation_id, provider_id, subject, account_id, since)
     SELECT organisation_id, $2, 'ana-1', account_id, now() FROM membership WHERE person_id = $1`,
    [personId, house.providerId],
  );
  const came = await come(["hr"]);
  if (!came.ok) throw new Error(came.reason);
  expect(await house.session(came.value.headers)).toBeNull();
  expect(await stored()).toMatchObject({ role: "member" });
  const entered = await own.byCode(came.value.headers);
  if (!entered.ok) throw new Error(entered.reason);
  const session = await house.session(entered.value.headers);
  expect(session).toMatchObject({ byProvider: true, actor: { role: "admin", owner: false } });
  expect(await stored()).toMatchObject({ role: "admin", office_provider: house.providerId });
  expect(await mapped()).toEqual([{ from: "member", to: "admin" }]);
});

test("an office limited to units, given by hand, is changed by no group", async () => {
  await come([]);
  for (const role of ["analyst", "admin"]) {
    await byHand(role, ["Sales"]);
    for (const groups of [["hr"], ["figures"], []]) {
      expect((await come(groups)).ok).toBe(true);
      expect(await stored()).toMatchObject({ role, units: ["Sales"], office_provider: null });
    }
  }
  expect(await mapped()).toEqual([]);
});

test("groups that are too many to be named take nothing; a claim that is left out means none", async () => {
  await come(["hr"]);
  const ana = { sub: "ana-1", email: `ana@${domain}` };
  for (const said of [{ _claim_names: { groups: "src1" } }, { hasgroups: "true" }]) {
    expect((await house.come({ ...ana, ...said })).ok).toBe(true);
    expect(await stored()).toMatchObject({ role: "admin" });
  }
  await come();
  expect(await stored()).toMatchObject({ role: "member" });
});

test("an analyst by hand whom a group raised is an analyst again without it", async () => {
  await come([]);
  await byHand("analyst");
  await come(["hr"]);
  expect(await stored()).toMatchObject({ role: "admin", office_before: "analyst" });
  await come([]);
  expect(await stored()).toMatchObject({
    ...{ role: "analyst", office_provider: null, office_before: null },
  });
});

test("removing a provider takes back what it gave, and nothing that was given by hand", async () => {
  await come([]);
  await byHand("analyst");
  await come(["hr"]);
  const removed = { provider: house.providerId, to: "remove" } as const;
  expect(await switchProvider(house.platform, house.owner, removed)).toEqual({ ok: true });
  expect(await stored()).toMatchObject({ role: "analyst", office_provider: null });
  expect((await mapped()).slice(-1)).toEqual([{ from: "admin", to: "analyst" }]);
});

test("emptying the mapping takes back what it gave at once", async () => {
  await come(["hr"]);
  expect(await stored()).toMatchObject({ role: "admin" });
  const emptied = typed(provider.issuer, { ...mapping, adminGroup: null, analystGroup: null });
  const saved = await saveProvider(house.platform, house.owner, house.providerId, emptied);
  expect(saved).toMatchObject({ ok: true });
  expect(await stored()).toMatchObject({ role: "member", office_provider: null });
  expect((await mapped()).slice(-1)).toEqual([{ from: "admin", to: "member" }]);
});

test("by hand anew, an office is nobody's to take back", async () => {
  await come(["hr"]);
  await come([]);
  expect(await stored()).toMatchObject({ role: "member" });
  await byHand("admin");
  await come([]);
  expect(await stored()).toMatchObject({ role: "admin", office_provider: null });
});

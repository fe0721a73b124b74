import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Auth, changeOffice, removeOfficial } from "~/features/identity/index.server.ts";
import { dropSecondFactor } from "~/features/identity/second-factor/drop-second-factor.server.ts";
import { codeAt } from "~/features/identity/testing/code-at.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { stopDemanding } from "./enforcing/demand-provider.server.ts";
import { demanding } from "./testing/demanding.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// Whoever gets in should the provider fail goes on doing so, and never unseen.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
let number = 0;
let ownersMembership: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
});
beforeEach(async () => {
  number += 1;
  house = await signOnHouse(db, auth, provider, { domain: `house${number}.example` });
  ownersMembership = await membershipOf(house.owner);
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const { membershipOf, addressOf, session, demand, told, recorded, ownerWithStep } = demanding(
  () => ({ db, auth, house }),
);
/** Another owner, with a second step. */
async function secondOwner(personId: string | null = null) {
  const member = {
    name: "two",
    role: "admin",
    owner: true,
    ...(personId && { personId }),
  } as const;
  const actor = await createMember(db.platform, auth, house.organisationId, member);
  const own = signingIn(db, auth, addressOf("two"));
  const opened = await own.byPassword();
  if (!opened.ok) throw new Error(opened.reason);
  await own.addFactor(cookiesSent(opened.value.headers));
  return { actor, own, membership: await membershipOf(actor) };
}

test("the last who gets in without the provider keeps their office, whoever else owns", async () => {
  await ownerWithStep();
  const two = await secondOwner();
  await demand();
  const demoted = { membership: ownersMembership, office: "admin", units: null } as const;
  const last = { ok: false, reason: "last" };
  expect(await changeOffice(house.platform, two.actor, demoted)).toEqual(last);
  expect(await removeOfficial(house.platform, two.actor, ownersMembership)).toEqual(last);
  // Once the other may as well, the first may go.
  await demand([ownersMembership, two.membership]);
  expect(await changeOffice(house.platform, two.actor, demoted)).toMatchObject({ ok: true });
  const removed = await removeOfficial(house.platform, house.owner, two.membership);
  expect(removed).toMatchObject({ ok: false });
});

test("an owner who does not get in past the provider goes as ever", async () => {
  await ownerWithStep();
  const two = await secondOwner();
  await demand();
  const removed = await removeOfficial(house.platform, house.owner, two.membership);
  expect(removed).toEqual({ ok: true, value: { self: false } });
});

test("an owner who left is none who gets in should the provider fail", async () => {
  await ownerWithStep();
  const { two: personId } = await createPeople(db.platform, house.scope, {
    two: { name: "Two", email: `two@house${number}.example` },
  });
  const two = await secondOwner(personId);
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [personId]);
  expect(await demand([two.membership])).toMatchObject({
    problems: [{ field: "owners", code: "no-break-glass" }],
  });
});

test("the last who gets in without the provider keeps the second step that they need for it", async () => {
  const { own } = await ownerWithStep();
  await demand();
  const entered = await own.byCode();
  if (!entered.ok) throw new Error(entered.reason);
  const visitor = { client: "192.0.2.9", cookies: null };
  const drop = async () => {
    db.platform.clock.set(new Date(db.platform.clock.now().getTime() + 60_000));
    const code = codeAt(own.secret(), db.platform.clock.now());
    const headers = cookiesSent(entered.value.headers);
    return dropSecondFactor(house.platform, auth, visitor, headers, { code });
  };
  expect(await drop()).toEqual({ ok: false, reason: "last-break-glass" });
  expect(await session(entered.value.headers)).not.toBeNull();
  await stopDemanding(db.platform, house.owner);
  expect(await drop()).toEqual({ ok: true, value: undefined });
  expect((await recorded()).map(({ action }) => action)).toContain("account.second-factor-off");
});

test("demanded anew, whoever was chosen before comes in past the provider only with record and letter", async () => {
  const { own } = await ownerWithStep();
  await demand();
  await stopDemanding(db.platform, house.owner);
  const between = await own.byCode();
  if (!between.ok) throw new Error(between.reason);
  expect(await session(between.value.headers)).not.toBeNull();
  await demand();
  expect(await session(between.value.headers)).toBeNull();
  expect((await own.byCode()).ok).toBe(true);
  expect((await told()).slice(-2)).toEqual(["demanded", "break-glass"]);
});

test("a session of another organisation that gets its second step opens the glass with record and letter", async () => {
  await ownerWithStep();
  await demand();
  const { organisationId } = await createTestOrganisation(db.platform, "Another");
  const two = await createMember(db.platform, auth, house.organisationId, {
    ...{ name: "two", role: "admin", owner: true },
  });
  await db.owner.query(
    "INSERT INTO membership (organisation_id, id, account_id, role, created_at, role_since) VALUES ($1, $2, $3, 'member', now(), now())",
    [organisationId, crypto.randomUUID(), two.accountId],
  );
  await db.owner.query("UPDATE membership SET break_glass = true WHERE id = $1", [
    await membershipOf(two),
  ]);
  const own = signingIn(db, auth, addressOf("two"));
  const opened = await own.byPassword();
  if (!opened.ok) throw new Error(opened.reason);
  expect((await session(opened.value.headers))?.actor.organisationId).toBe(organisationId);
  expect(await told()).not.toContain("break-glass");
  await own.addFactor(cookiesSent(opened.value.headers));
  expect((await told()).slice(-1)).toEqual(["break-glass"]);
  expect((await recorded()).slice(-1)).toEqual([
    { action: "account.break-glass", account_id: two.accountId },
  ]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Auth, resolveSession } from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { stopDemanding } from "./enforcing/demand-provider.server.ts";
import { saveProvider } from "./providers/save-provider.server.ts";
import { switchProvider } from "./providers/switch-provider.server.ts";
import { demanding } from "./testing/demanding.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse, typed } from "./testing/sign-on-house.ts";

// An organisation that lets people in by its provider alone, and who gets in all the same.

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
const isDemanded = async () =>
  (
    await db.owner.query("SELECT provider_only FROM organisation WHERE organisation_id = $1", [
      house.organisationId,
    ])
  ).rows[0].provider_only;

test("it can't shut everybody out: refused without the provider, without an owner who gets in, and without a second step", async () => {
  expect(await demand([ownersMembership], null)).toEqual({ ok: false, reason: "come-by-it" });
  expect(await demand([])).toMatchObject({
    problems: [{ field: "owners", code: "no-break-glass" }],
  });
  expect(await demand()).toMatchObject({ problems: [{ field: "owners", code: "no-step" }] });
  await ownerWithStep();
  const admin = await createMember(db.platform, auth, house.organisationId, {
    name: "hr",
    role: "admin",
  });
  expect(await demand([await membershipOf(admin)])).toMatchObject({
    problems: [{ code: "no-break-glass" }],
  });
  const off = { provider: house.providerId, to: "off" } as const;
  await switchProvider(db.platform, house.owner, off);
  expect(await demand()).toEqual({ ok: false, reason: "no-provider" });
  expect(await isDemanded()).toBe(false);
});

test("only owners demand it, and stop", async () => {
  await ownerWithStep();
  for (const role of ["admin", "analyst", "member"] as const) {
    const actor = { ...house.owner, role, owner: false };
    expect(await demand([ownersMembership], house.providerId, actor)).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await stopDemanding(db.platform, actor)).toEqual({ ok: false, reason: "not-allowed" });
  }
  expect(await isDemanded()).toBe(false);
});

test("then a password opens it no more, a session from before ends, and the provider opens it", async () => {
  await ownerWithStep();
  await createMember(db.platform, auth, house.organisationId, { name: "bea", role: "member" });
  const bea = signingIn(db, auth, addressOf("bea"));
  const before = await bea.byPassword();
  if (!before.ok) throw new Error(before.reason);
  expect(await session(before.value.headers)).not.toBeNull();
  expect(await demand()).toEqual({ ok: true, value: "on" });
  expect(await session(before.value.headers)).toBeNull();
  const after = await bea.byPassword();
  expect(after).toMatchObject({ ok: true, value: { elsewhere: house.organisationId } });
  if (!after.ok) throw new Error(after.reason);
  expect(after.value.headers.getSetCookie()).toEqual([expect.stringMatching(/^twohats-proven=/)]);
  expect(await session(after.value.headers)).toBeNull();
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: `ana@house${number}.example` },
  });
  const came = await house.come({ sub: "ana", email: `ana@house${number}.example` });
  expect(came.ok && (await session(came.value.headers))?.actor.role).toBe("member");
});

test("the same account still enters another organisation, and sees that this one wants its provider", async () => {
  await ownerWithStep();
  const { organisationId } = await createTestOrganisation(db.platform, "Another");
  const bea = await createMember(db.platform, auth, house.organisationId, {
    name: "bea",
    role: "member",
  });
  await db.owner.query(
    "INSERT INTO membership (organisation_id, id, account_id, role, created_at, role_since) VALUES ($1, $2, $3, 'member', now(), now())",
    [organisationId, crypto.randomUUID(), bea.accountId],
  );
  await demand();
  const entered = await signingIn(db, auth, addressOf("bea")).byPassword();
  const found = entered.ok ? await session(entered.value.headers) : null;
  expect(found?.actor.organisationId).toBe(organisationId);
  const shut = found?.memberships.map((each) => [each.organisationId, each.wantsProvider]);
  expect(shut).toEqual(
    expect.arrayContaining([
      [organisationId, false],
      [house.organisationId, true],
    ]),
  );
  const wish = cookiesSent(
    entered.ok ? entered.value.headers : new Headers(),
    `twohats-organisation=${house.organisationId}`,
  );
  const asked = await resolveSession(house.platform, auth, wish);
  expect(asked?.actor.organisationId).toBe(organisationId);
});

test("a break-glass owner gets in by password and code, which is recorded and told to all owners", async () => {
  const { own, first } = await ownerWithStep();
  await demand();
  // The session from before was opened without the provider, and nobody was told.
  expect(await session(first)).toBeNull();
  const entered = await own.byCode();
  expect(entered.ok && (await session(entered.value.headers))?.actor).toMatchObject({
    organisationId: house.organisationId,
    owner: true,
  });
  const acts = (await recorded()).map(({ action }) => action);
  expect(acts.slice(-3)).toEqual([
    "sign-on.break-glass-chosen",
    "sign-on.demanded",
    "account.break-glass",
  ]);
  expect(await told()).toEqual(["provider-added", "demanded", "break-glass"]);
});

test("without the second step, or the ownership, the glass is not to be broken any more", async () => {
  const { own } = await ownerWithStep();
  const other = await createMember(db.platform, auth, house.organisationId, {
    name: "two",
    role: "admin",
    owner: true,
  });
  const two = signingIn(db, auth, addressOf("two"));
  const opened = await two.byPassword();
  if (!opened.ok) throw new Error(opened.reason);
  await two.addFactor(cookiesSent(opened.value.headers));
  await demand([ownersMembership, await membershipOf(other)]);
  await db.owner.query("DELETE FROM auth.second_factor WHERE account_id = $1", [
    house.owner.accountId,
  ]);
  expect(await own.byPassword()).toMatchObject({
    ok: true,
    value: { elsewhere: house.organisationId },
  });
  await db.owner.query("UPDATE membership SET owner = false, break_glass = false WHERE id = $1", [
    await membershipOf(other),
  ]);
  expect(await two.byCode()).toMatchObject({
    ok: true,
    value: { elsewhere: house.organisationId },
  });
});

test("the last provider that is on stays while it is demanded, and once it is not, everything opens again", async () => {
  await ownerWithStep();
  await createMember(db.platform, auth, house.organisationId, { name: "bea", role: "member" });
  await demand();
  for (const to of ["off", "remove"] as const) {
    const tried = await switchProvider(db.platform, house.owner, {
      provider: house.providerId,
      to,
    });
    expect(tried).toEqual({ ok: false, reason: "last" });
  }
  expect(await stopDemanding(db.platform, house.owner)).toEqual({ ok: true });
  expect(await stopDemanding(db.platform, house.owner)).toEqual({ ok: false, reason: "unknown" });
  const entered = await signingIn(db, auth, addressOf("bea")).byPassword();
  expect(entered.ok && (await session(entered.value.headers))).not.toBeNull();
  expect((await told()).slice(-1)).toEqual(["not-demanded"]);
});

test("it is demanded by whoever came by one of this organisation's own providers that is on, and by no other", async () => {
  await ownerWithStep();
  const elsewhere = await signOnHouse(db, auth, provider, { domain: `else${number}.example` });
  for (const cameBy of [null, elsewhere.providerId, crypto.randomUUID()])
    expect(await demand([ownersMembership], cameBy)).toEqual({ ok: false, reason: "come-by-it" });
  const input = typed(provider.issuer, { clientId: "another client" });
  const second = await saveProvider(house.platform, house.owner, null, input);
  if (!second.ok) throw new Error(second.reason);
  // The one that the owner came by is off, and nobody knows whether the other works.
  const off = { provider: house.providerId, to: "off" } as const;
  await switchProvider(db.platform, house.owner, off);
  expect(await demand()).toEqual({ ok: false, reason: "come-by-it" });
  expect(await isDemanded()).toBe(false);
});

test("while it is demanded, a provider that nobody came by yet does not stand in for the one that works", async () => {
  await ownerWithStep();
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: `ana@house${number}.example` },
  });
  const input = typed(provider.issuer, { clientId: "another client" });
  const second = await saveProvider(house.platform, house.owner, null, input);
  if (!second.ok) throw new Error(second.reason);
  await demand();
  const off = { provider: house.providerId, to: "off" } as const;
  expect(await switchProvider(db.platform, house.owner, off)).toEqual({
    ok: false,
    reason: "last",
  });
  await db.owner.query(
    "INSERT INTO sign_on_link (organisation_id, provider_id, subject, account_id, since) VALUES ($1, $2, 'x', $3, now())",
    [house.organisationId, second.value.providerId, house.owner.accountId],
  );
  expect(await switchProvider(db.platform, house.owner, off)).toEqual({ ok: true });
});

test("a session knows by which provider it was opened, a second step between included", async () => {
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: `ana@house${number}.example` },
  });
  const came = await house.come({ sub: "ana", email: `ana@house${number}.example` });
  const found = came.ok ? await session(came.value.headers) : null;
  expect(found).toMatchObject({ byProvider: true, providerId: house.providerId });
  const { own } = await ownerWithStep();
  const opened = await own.byCode();
  expect(opened.ok && (await session(opened.value.headers))).toMatchObject({
    ...{ byProvider: false, providerId: null },
  });
});

test("who was chosen to get in without the provider stands in the record, by membership", async () => {
  await ownerWithStep();
  await demand();
  const { rows } = await db.owner.query(
    "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'sign-on.break-glass-chosen'",
    [house.organisationId],
  );
  expect(rows).toEqual([{ detail: { owners: 1, memberships: ownersMembership } }]);
});

test("the same client of the same issuer is added once, and no other becomes it", async () => {
  const again = await saveProvider(house.platform, house.owner, null, typed(provider.issuer));
  expect(again).toMatchObject({ problems: [{ field: "clientId", code: "already" }] });
  const input = typed(provider.issuer, { clientId: "another client" });
  const both = await Promise.all([
    saveProvider(house.platform, house.owner, null, input),
    saveProvider(house.platform, house.owner, null, input),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const second = both.find((each) => each.ok);
  if (!second?.ok) throw new Error("none was added");
  const { providerId } = second.value;
  const changed = await saveProvider(
    house.platform,
    house.owner,
    providerId,
    typed(provider.issuer),
  );
  expect(changed).toMatchObject({ problems: [{ field: "clientId", code: "already" }] });
  const insert = `INSERT INTO sign_on_provider SELECT organisation_id, gen_random_uuid(), kind, name, state, issuer, client_id,
    client_secret, entry_point, certificates, both_steps, joins, group_claim, admin_group, analyst_group, created_at
    FROM sign_on_provider WHERE id = $1`;
  await expect(db.owner.query(insert, [providerId])).rejects.toThrow("sign_on_provider_client");
});

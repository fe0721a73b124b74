import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { forgetLink } from "./links/forget-link.server.ts";
import { notLinked } from "./links/link-reads.server.ts";
import { readLinksPage } from "./links/links-page.server.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// Whom a provider knows as whose account, and how an owner has one of them forgotten.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
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
  const groups = { groupClaim: "groups", analystGroup: "figures" };
  house = await signOnHouse(db, auth, provider, { domain, ...groups });
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana Duarte", email: `ana@${domain}` },
    bea: { name: "Bea Lund", email: `bea@${domain}` },
  });
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const claims = (name: string, more = {}) => ({
  ...{ sub: `${name}-${number}`, email: `${name}@${domain}`, email_verified: true, ...more },
});
async function come(name: string, more = {}) {
  const came = await house.come(claims(name, more));
  if (!came.ok) throw new Error(came.reason);
  const session = await house.session(came.value.headers);
  return { headers: came.value.headers, account: session?.actor.accountId ?? "", session };
}
const forget = (account: string, actor = house.owner, of = house.providerId) =>
  forgetLink(db.platform, actor, { provider: of, account });
const page = (wanted = "", number_ = 1, actor = house.owner) =>
  readLinksPage(db.platform, actor, { wanted, page: number_ });

test("nobody but an owner of this organisation forgets a link or reads who is known", async () => {
  const { account } = await come("ana");
  const not = { ok: false, reason: "not-allowed" };
  for (const role of ["admin", "analyst", "member"] as const) {
    const actor = { ...house.owner, role, owner: false };
    expect(await forget(account, actor)).toEqual(not);
    expect(await page("", 1, actor)).toBeNull();
    expect(await inOrganisation(db.platform, actor, (tx) => notLinked(tx, actor))).toBeNull();
  }
  const { admin: stranger } = await createTestOrganisation(db.platform);
  expect(await forget(account, stranger)).toEqual({ ok: false, reason: "unknown" });
  expect(await page("", 1, stranger)).toMatchObject({ links: [], count: 0 });
  expect(await page(`ana@${domain}`, 1, stranger)).toMatchObject({ links: [], count: 0 });
  expect(await house.links()).toHaveLength(1);
});

test("forgotten, its sessions end and nobody else's do; whoever comes by it next is looked at as for the first time", async () => {
  const ana = await come("ana");
  const bea = await come("bea");
  expect(await forget(ana.account)).toEqual({ ok: true });
  expect(await house.session(ana.headers)).toBeNull();
  expect(await house.session(bea.headers)).not.toBeNull();
  expect(await house.links()).toMatchObject([{ account_id: bea.account }]);
  // Another subject may be her now, such as after she was given a new account at the provider.
  const anew = await come("ana", { sub: `new-${number}` });
  expect(anew.account).toBe(ana.account);
  expect(await forget(ana.account)).toEqual({ ok: true });
  expect(await forget(ana.account)).toEqual({ ok: false, reason: "unknown" });
  expect(await forget("nobody")).toEqual({ ok: false, reason: "unknown" });
});

test("an office that came with a group goes with the link, and the record says whose it was", async () => {
  const { account, session } = await come("ana", { groups: ["figures"] });
  expect(session?.actor.role).toBe("analyst");
  await forget(account);
  const { rows } = await db.owner.query(
    "SELECT id, role FROM membership WHERE organisation_id = $1 AND account_id = $2",
    [house.organisationId, account],
  );
  expect(rows).toMatchObject([{ role: "member" }]);
  const { rows: records } = await db.owner.query(
    "SELECT account_id, subject_id, detail FROM audit_record WHERE organisation_id = $1 AND action = 'sign-on.link-forgotten'",
    [house.organisationId],
  );
  expect(records).toEqual([
    {
      account_id: house.owner.accountId,
      subject_id: rows[0].id,
      detail: { provider: house.providerId },
    },
  ]);
});

test("who is known is found by address and by what the provider calls them, page by page", async () => {
  const { account } = await come("ana");
  await come("bea");
  const all = await page();
  expect(all).toMatchObject({ count: 2, pages: 1 });
  expect(all?.links.map(({ name }) => name).toSorted()).toEqual(["Ana Duarte", "Bea Lund"]);
  for (const wanted of [`ANA@${domain}`, `ana-${number}`])
    expect(await page(wanted)).toMatchObject({
      links: [{ accountId: account, subject: `ana-${number}`, name: "Ana Duarte" }],
    });
  expect(await page("ana")).toMatchObject({ links: [], count: 0 });
  expect(await page("", 2)).toMatchObject({ links: [], count: 2 });
});

test("how many nobody knows yet counts who is in, and neither who left nor a provider that is off", async () => {
  const count = () => inOrganisation(db.platform, house.owner, (tx) => notLinked(tx, house.owner));
  expect(await count()).toEqual({ members: 1, unknown: 1 });
  await come("ana");
  await come("bea");
  expect(await count()).toEqual({ members: 3, unknown: 1 });
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE email = $1", [`bea@${domain}`]);
  expect(await count()).toEqual({ members: 2, unknown: 1 });
  await db.owner.query("UPDATE sign_on_provider SET state = 'off' WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  expect(await count()).toEqual({ members: 2, unknown: 2 });
});

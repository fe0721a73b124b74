import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { tokenText } from "./domain/token.ts";
import { readProvisioningPage } from "./provisioning-page.server.ts";
import { enlistProvider } from "./testing/enlist-provider.ts";
import { asking } from "./testing/scim-client.ts";
import { makeToken } from "./tokens/make-token.server.ts";
import { revokeToken } from "./tokens/revoke-token.server.ts";
import { openTokens } from "./tokens/token-reads.server.ts";

let db: TestDatabase;
let house: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  await db.owner.query("DELETE FROM auth.tries");
  house = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

const statusWith = async (token: string | null, client: string | null = null) =>
  (await asking(db.platform, token, client)("GET", "/Users")).status;
const actions = async () =>
  (
    await db.owner.query(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'provisioning-token' ORDER BY id",
      [house.organisationId],
    )
  ).rows.map(({ action }) => action);

test("several open at a time; revoked, one opens nothing, and the other still does", async () => {
  const [old, fresh] = [
    await enlistProvider(db.platform, house.admin, "Old"),
    await enlistProvider(db.platform, house.admin, "Fresh"),
  ];
  expect([await statusWith(old.token), await statusWith(fresh.token)]).toEqual([200, 200]);
  expect(await revokeToken(db.platform, house.admin, old.tokenId)).toEqual({ ok: true });
  expect(await revokeToken(db.platform, house.admin, old.tokenId), "in a second tab").toEqual({
    ok: false,
    reason: "unknown",
  });
  expect([await statusWith(old.token), await statusWith(fresh.token)]).toEqual([401, 200]);
  expect(await actions()).toEqual([
    "provisioning.token-made",
    "provisioning.token-made",
    "provisioning.token-revoked",
  ]);
});

test("a token's text is stored nowhere, and what is stored opens nothing", async () => {
  const { token, tokenId } = await enlistProvider(db.platform, house.admin);
  await statusWith(token);
  const { rows } = await db.owner.query("SELECT * FROM provisioning_token WHERE id = $1", [
    tokenId,
  ]);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await statusWith(rows[0].token_hash)).toBe(401);
  const secret = Buffer.from(rows[0].token_hash, "base64url");
  const guessed = tokenText({ organisationId: house.organisationId, tokenId }, secret);
  expect(await statusWith(guessed)).toBe(401);
});

test("the day of its last use is kept, and no time of day", async () => {
  const { token, tokenId } = await enlistProvider(db.platform, house.admin);
  const tokens = () => inOrganisation(db.platform, house, (tx) => openTokens(tx, house.admin));
  expect((await tokens())[0]).toMatchObject({ name: "Provider", lastUsedOn: null });
  await statusWith(token);
  expect((await tokens())[0]).toMatchObject({ id: tokenId, lastUsedOn: "2026-03-02" });
});

test("no token, nonsense, an unknown, a wrong, a revoked and another organisation's token get the same answer", async () => {
  const other = await createTestOrganisation(db.platform, "Other");
  const { token, tokenId } = await enlistProvider(db.platform, house.admin);
  const revoked = await enlistProvider(db.platform, house.admin);
  await revokeToken(db.platform, house.admin, revoked.tokenId);
  const { organisationId } = house;
  const secret = new Uint8Array(32);
  const wrong = [
    ...[null, "nonsense", "twohats_scim_", token.slice(0, -2), `${token}AA`, revoked.token],
    tokenText({ organisationId, tokenId }, secret),
    tokenText({ organisationId, tokenId: newId() }, secret),
    tokenText({ organisationId: other.organisationId, tokenId }, secret),
    tokenText({ organisationId: newId(), tokenId }, secret),
    tokenText({ organisationId: "ffffffff-ffff-ffff-ffff-fffffffffff0", tokenId }, secret),
  ];
  const answers = new Set<string>();
  for (const each of wrong) {
    const { status, body, headers } = await asking(db.platform, each)("GET", "/Users");
    answers.add(JSON.stringify([status, body, [...headers]]));
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain("401");
  // A token that was bent to another organisation's id is that one's nothing as well.
  const bytes = Buffer.from(token.replace("twohats_scim_", ""), "base64url");
  Buffer.from(other.organisationId.replaceAll("-", ""), "hex").copy(bytes);
  expect(await statusWith(`twohats_scim_${bytes.toString("base64url")}`)).toBe(401);
});

test("wrong tokens are counted by place: from there on it waits, while a provider that is known goes on", async () => {
  const { token } = await enlistProvider(db.platform, house.admin);
  expect(await statusWith(token, "198.51.100.7")).toBe(200);
  const statuses: number[] = [];
  for (let guess = 0; guess < 102; guess += 1)
    statuses.push(await statusWith(`${token.slice(0, -3)}${100 + guess}`, "198.51.100.7"));
  expect(statuses.slice(0, 99).every((status) => status === 401)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  const told = await asking(db.platform, "guess", "198.51.100.7")("GET", "/Users");
  expect(Number(told.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await statusWith(token, "198.51.100.7")).toBe(200);
  expect(await statusWith("guess", "203.0.113.9"), "from elsewhere").toBe(401);
});

test("members and leavers make, see and revoke none; too many are refused", async () => {
  const { tokenId } = await enlistProvider(db.platform, house.admin);
  for (const role of ["member", "leaver"] as const) {
    const actor = { ...house.member(), role };
    expect(await makeToken(db.platform, actor, { name: "Mine" })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await revokeToken(db.platform, actor, tokenId)).toMatchObject({ reason: "not-allowed" });
    expect(await readProvisioningPage(db.platform, actor)).toBeNull();
    expect(await inOrganisation(db.platform, actor, (tx) => openTokens(tx, actor))).toEqual([]);
  }
  const { admin } = await createTestOrganisation(db.platform, "Other");
  expect(await revokeToken(db.platform, admin, tokenId)).toMatchObject({ reason: "unknown" });
  for (let more = 1; more < 10; more += 1) await enlistProvider(db.platform, house.admin);
  expect(await makeToken(db.platform, house.admin, { name: "One more" })).toMatchObject({
    reason: "too-many",
  });
});

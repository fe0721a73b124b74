import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { decideDepartures } from "./departures/decide-departures.server.ts";
import { departuresForHome } from "./departures-for-home.server.ts";
import { readProvisioningPage } from "./provisioning-page.server.ts";
import { okta } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// A mistake in what an identity provider is told to keep looks like everybody leaving.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let hera: Actor;
let ask: ScimClient["ask"];
let ids: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createTestOrganisation(db.platform);
  ({ ask } = await scimClient(db.platform, house));
  ids = [];
  for (let index = 0; index < 12; index += 1) {
    const { body } = await ask("POST", "/Users", okta.user(`p${index}`));
    ids.push(body.id);
  }
  hera = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "hera", role: "admin", owner: true, personId: ids[0] as string },
  });
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const leave = async (index: number) =>
  (await ask("PATCH", `/Users/${ids[index]}`, okta.deactivate)).status;
const leaveAll = async (...indices: number[]) => {
  const statuses: number[] = [];
  for (const index of indices) statuses.push(await leave(index));
  return statuses;
};
const active = async () =>
  (
    await db.owner.query(
      "SELECT id FROM person WHERE organisation_id = $1 AND status = 'active' ORDER BY id",
      [house.organisationId],
    )
  ).rows.map(({ id }) => ids.indexOf(id));
const page = async () => {
  const read = await readProvisioningPage(db.platform, hera);
  if (!read) throw new Error("no page");
  return { held: read.held.total, staying: read.staying.total };
};
/** What the page would send now, of those held or of those who stay. */
const seenNow = async (which: "held" | "staying" = "held") =>
  (await readProvisioningPage(db.platform, hera))?.[which].seen ?? "";
const tasks = (actor: Actor) =>
  inOrganisation(db.platform, actor, (tx) => departuresForHome(db.platform, tx, actor));

test("five leave, the sixth within a day does not: it is told why, nothing of it is done, and HR is asked", async () => {
  expect(await leaveAll(1, 2, 3, 4, 5)).toEqual([200, 200, 200, 200, 200]);
  const change = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] };
  const held = await ask("PATCH", `/Users/${ids[6]}`, {
    ...change,
    Operations: [
      { op: "replace", path: "title", value: "Gone" },
      { op: "replace", path: "active", value: "False" },
    ],
  });
  expect(held.status).toBe(409);
  expect(held.body.detail).toContain("administrator has to decide");
  expect((await ask("GET", `/Users/${ids[6]}`)).body).toMatchObject({ active: true });
  expect((await ask("GET", `/Users/${ids[6]}`)).body.title).toBeUndefined();
  expect((await ask("DELETE", `/Users/${ids[7]}`)).status).toBe(409);
  expect((await ask("GET", `/Users/${ids[7]}`)).status).toBe(200);
  expect(await page()).toEqual({ held: 2, staying: 0 });
  expect((await tasks(hera)).tasks).toHaveLength(1);
  expect(await tasks(house.member())).toEqual({});
  const audit = await db.owner.query(
    "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'provisioning.stopped'",
    [house.organisationId],
  );
  expect(audit.rows).toEqual([{ detail: { active: 7, left: 5 } }]);
});

test("a day later it is counted anew, but what is held stays held until somebody decides", async () => {
  await leaveAll(1, 2, 3, 4, 5);
  at("2026-03-03T12:00:01Z");
  expect(await leave(6)).toBe(200);
  await leaveAll(7, 8, 9, 10);
  expect(await leave(11)).toBe(409);
  at("2026-03-09T12:00:00Z");
  expect(await leave(11), "still nobody decided").toBe(409);
});

test("somebody who is switched off and on again within the day is not counted", async () => {
  for (let times = 0; times < 7; times += 1) {
    expect(await leave(1)).toBe(200);
    await ask("PATCH", `/Users/${ids[1]}`, okta.activate);
  }
  expect(await page()).toEqual({ held: 0, staying: 0 });
});

test("let go on, all who are held leave at once, by provisioning and by who decided, and it is counted anew", async () => {
  await leaveAll(1, 2, 3, 4, 5, 6, 7);
  const decided = await decideDepartures(db.platform, hera, {
    decision: "leave",
    seen: await seenNow(),
  });
  expect(decided).toEqual({ ok: true, value: { left: 2, stay: 0 } });
  expect(await active()).toEqual([0, 8, 9, 10, 11]);
  const { rows } = await db.owner.query(
    "SELECT way, account_id FROM person_change WHERE person_id = $1 AND revision > 0",
    [ids[6]],
  );
  expect(rows).toEqual([{ way: "provisioning", account_id: hera.accountId }]);
  expect(await leave(8)).toBe(200);
  expect(await page()).toEqual({ held: 0, staying: 0 });
});

test("of whom is decided that they stay, they stay, until the provider calls them active or HR lets it decide", async () => {
  await leaveAll(1, 2, 3, 4, 5, 6, 7);
  await decideDepartures(db.platform, hera, { decision: "stay", seen: await seenNow() });
  at("2026-03-20T12:00:00Z");
  const told = await ask("PATCH", `/Users/${ids[6]}`, okta.deactivate);
  expect([told.status, told.body.detail]).toEqual([409, expect.stringContaining("stays")]);
  expect(await leave(8), "others are not held up").toBe(200);
  await ask("PATCH", `/Users/${ids[6]}`, okta.activate);
  expect(await leave(6)).toBe(200);
  expect(await page()).toEqual({ held: 0, staying: 1 });
  await decideDepartures(db.platform, hera, {
    decision: "ask-again",
    seen: await seenNow("staying"),
  });
  expect(await leave(7)).toBe(200);
});

test("the last owner who is in stays, whatever the provider and HR decide; of two one may leave", async () => {
  const told = await ask("PATCH", `/Users/${ids[0]}`, okta.deactivate);
  expect([told.status, told.body.detail]).toEqual([409, expect.stringContaining("last owner")]);
  expect((await ask("DELETE", `/Users/${ids[0]}`)).status).toBe(409);
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "second", role: "admin", owner: true, personId: ids[1] as string },
  });
  expect(await leaveAll(0, 1)).toEqual([200, 409]);
  expect(await active()).toContain(1);
});

test("whoever decides does not make themselves leave", async () => {
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "second", role: "admin", owner: true, personId: ids[1] as string },
  });
  await leaveAll(2, 3, 4, 5, 6, 0, 7);
  const decided = await decideDepartures(db.platform, hera, {
    decision: "leave",
    seen: await seenNow(),
  });
  expect(decided).toEqual({ ok: true, value: { left: 1, stay: 1 } });
  expect(await active()).toContain(0);
});

test("decided twice, about others than were shown, or by a member, nothing is done", async () => {
  await leaveAll(1, 2, 3, 4, 5, 6);
  const decide = (actor: Actor, seen: string) =>
    decideDepartures(db.platform, actor, { decision: "leave", seen });
  const six = await seenNow();
  expect(await decide(house.member(), six)).toMatchObject({ reason: "not-allowed" });
  expect(await decide({ ...hera, role: "leaver" }, six)).toMatchObject({ reason: "not-allowed" });
  // Another one in the place of the one that was shown: as many, and not the same.
  await ask("PATCH", `/Users/${ids[6]}`, okta.activate);
  await leave(7);
  expect(await page()).toEqual({ held: 1, staying: 0 });
  expect(await decide(hera, six)).toMatchObject({ reason: "set-changed" });
  expect(await active()).toContain(7);
  const seven = await seenNow();
  expect(await decide(hera, seven)).toMatchObject({ ok: true });
  expect(await decide(hera, seven)).toMatchObject({ reason: "set-changed" });
});

test("another change of somebody, in whatever shape, lifts no hold and no decision that they stay", async () => {
  await leaveAll(1, 2, 3, 4, 5, 6);
  const title = { op: "replace", path: "title", value: "Bosun" };
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
  const change = () => ask("PATCH", `/Users/${ids[6]}`, { schemas, Operations: [title] });
  expect((await change()).status).toBe(200);
  expect(await page()).toEqual({ held: 1, staying: 0 });
  await decideDepartures(db.platform, hera, { decision: "stay", seen: await seenNow() });
  expect((await change()).status).toBe(200);
  const { active: _left, ...whole } = okta.user("p6");
  expect((await ask("PUT", `/Users/${ids[6]}`, whole)).status).toBe(200);
  expect(await page()).toEqual({ held: 0, staying: 1 });
  at("2026-03-20T12:00:00Z");
  expect(await leave(6)).toBe(409);
});

test("whoever leaves is signed out", async () => {
  const seven = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "seven", role: "member", personId: ids[7] as string },
  });
  await db.owner.query(
    `INSERT INTO auth."session" (id, "expiresAt", token, "updatedAt", "userId")
     VALUES ($1, now() + interval '1 day', $1, now(), $2)`,
    [`session of ${seven.accountId}`, seven.accountId],
  );
  expect(await leave(7)).toBe(200);
  const { rows } = await db.owner.query(`SELECT 1 FROM auth."session" WHERE "userId" = $1`, [
    seven.accountId,
  ]);
  expect(rows).toEqual([]);
});

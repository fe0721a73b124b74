import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessLinks } from "~/features/identity/access-link.server.ts";
import { resolveSession } from "~/features/identity/index.server.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { guestOf, isShutOut, openAccount } from "~/features/identity/open-account.server.ts";
import { startSession } from "~/features/identity/start-session.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { directory } from "~/features/people/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { okta } from "~/features/people-provisioning/testing/conversations.ts";
import { asking, scimClient } from "~/features/people-provisioning/testing/scim-client.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { resumeOrganisation } from "./resume-organisation.server.ts";
import { suspendOrganisation } from "./suspend-organisation.server.ts";

// The doors of a suspended organisation: sessions, provisioning, and the page on which an account is opened.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const operator = () => ({ organisationId: house.organisationId, accountId: OPERATOR });
const suspend = () => suspendOrganisation(db.platform, operator(), { why: "A word on why" });
const count = async (table: "person" | "membership") =>
  Number(
    (
      await db.owner.query(`SELECT count(*) FROM ${table} WHERE organisation_id = $1`, [
        house.organisationId,
      ])
    ).rows[0].count,
  );

test("provisioning with the right token is told so and changes nothing; with any other one it hears what it always hears", async () => {
  const { ask } = await scimClient(db.platform, house);
  const made = await ask("POST", "/Users", okta.user("ana"));
  expect(made.status).toBe(201);
  await suspend();
  const before = await count("person");
  for (const [method, path, body] of [
    ["POST", "/Users", okta.user("bo")],
    ["GET", "/Users", undefined],
    ["GET", `/Users/${made.body.id}`, undefined],
    ["PUT", `/Users/${made.body.id}`, okta.user("ana", { active: false })],
    ["DELETE", `/Users/${made.body.id}`, undefined],
    ["GET", "/Groups", undefined],
    ["GET", "/ServiceProviderConfig", undefined],
  ] as const) {
    const { status, body: said } = await ask(method, path, body);
    expect([method, path, status]).toEqual([method, path, 403]);
    expect(JSON.stringify(said)).toContain("suspended");
    expect(JSON.stringify(said)).not.toContain("A word on why");
  }
  const stranger = await asking(db.platform, "not the token")("GET", "/Users");
  expect(stranger.status).toBe(401);
  expect(JSON.stringify(stranger.body)).not.toContain("suspended");
  expect(await count("person")).toBe(before);
  await resumeOrganisation(db.platform, operator());
  const { body } = await ask("GET", `/Users/${made.body.id}`);
  expect(body).toMatchObject({ active: true });
});

test("a joining link opens no account, says that it is shut and not that it is gone, and opens one again later", async () => {
  const { bo } = await createPeople(db.platform, house, {
    bo: { name: "Bo", email: "bo@house.test" },
  });
  const guest = { personId: bo, name: "Bo", email: "bo@house.test", linkVersion: 0, path: "/home" };
  const [link = ""] = await inOrganisation(db.platform, house, (tx) =>
    accessLinks(db.platform, tx, house, [guest]),
  );
  const token = link?.split("/join/")[1] ?? "";
  const parts = { ...db.platform, directory };
  const open = () =>
    openAccount(parts, auth.auth, { client: "192.0.2.4", cookies: null }, token, {
      password: "correct horse battery",
    });
  expect(await guestOf(parts, token)).not.toBeNull();
  expect(await isShutOut(parts, token)).toBe(false);
  await suspend();
  const before = await count("membership");
  expect(await guestOf(parts, token)).toBeNull();
  expect(await isShutOut(parts, token)).toBe(true);
  expect(await isShutOut(parts, `${token}x`)).toBe(false);
  expect((await open()).ok).toBe(false);
  expect(await count("membership")).toBe(before);
  await resumeOrganisation(db.platform, operator());
  expect((await open()).ok).toBe(true);
  expect(await count("membership")).toBe(before + 1);
});

test("a session opens nothing meanwhile, is told why each time, and is there again when it is resumed", async () => {
  const { organisationId } = house;
  await createMember(db.platform, auth.auth, organisationId, { name: "bo", role: "member" });
  const email = `bo.${organisationId.slice(-12)}@accounts.test`;
  const visitor = { client: null, cookies: null };
  const credentials = { email, password: "correct horse battery" };
  const started = await startSession(db.platform, auth.auth, visitor, credentials);
  const headers = cookiesSent(started?.headers ?? new Headers());
  const told: { why: string }[] = [];
  const session = () =>
    resolveSession({ ...db.platform, directory }, auth.auth, headers, (shut) => told.push(shut));
  expect((await session())?.actor.role).toBe("member");
  await suspend();
  for (let time = 0; time < 3; time += 1) expect(await session()).toBeNull();
  expect(told.map(({ why }) => why)).toEqual(Array(3).fill("A word on why"));
  await resumeOrganisation(db.platform, operator());
  expect((await session())?.actor.role).toBe("member");
  // Whoever left meanwhile is out for a reason of their own, and their session with them.
  await suspend();
  await db.owner.query("UPDATE membership SET state = 'ended' WHERE organisation_id = $1", [
    organisationId,
  ]);
  told.length = 0;
  expect(await session()).toBeNull();
  expect(told).toEqual([]);
  const { rows } = await db.owner.query(
    'SELECT 1 FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" WHERE u.email = $1',
    [email],
  );
  expect(rows).toEqual([]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessLinks } from "~/features/identity/access-link.server.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { guestOf, isShutOut, openAccount } from "~/features/identity/open-account.server.ts";
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

// The doors of a suspended organisation that take no session: provisioning, and the page on which an account is opened.

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

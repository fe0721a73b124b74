import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accountHouse } from "../testing/account-house.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

test("a session carries the limit of its office with every request, and loses it with the office", async () => {
  const house = await accountHouse(db, auth.auth);
  const headers = await house.device();
  const actor = async () => (await house.session(headers))?.actor;
  const set = (rights: string) =>
    db.owner.query(`UPDATE membership SET ${rights} WHERE account_id = $1`, [house.accountId]);
  await set("role = 'admin', units = ARRAY['Fleet', 'Port']");
  expect(await actor()).toMatchObject({
    role: "unit-admin",
    owner: false,
    units: ["Fleet", "Port"],
  });
  await set("role = 'analyst', units = ARRAY['Fleet']");
  expect(await actor()).toMatchObject({ role: "unit-analyst", units: ["Fleet"] });
  await set("role = 'admin', units = NULL");
  expect(await actor()).toMatchObject({ role: "admin" });
  expect(await actor()).not.toHaveProperty("units");
  await db.owner.query("UPDATE organisation SET second_step_for = 'administrators'");
  await set("role = 'analyst', units = ARRAY['Fleet']");
  expect((await house.session(headers))?.needsStep).toBe(true);
});

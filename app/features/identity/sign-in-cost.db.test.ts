import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { signIn } from "./sign-in.server.ts";
import { testDirectory } from "./testing/directory.ts";
import { createMember } from "./testing/member.ts";
import { createTestOrganisation } from "./testing/organisation.ts";

// What a sign-in costs the server, so that a Monday morning is no crowd. Processor time, which a busy machine stretches
// little; the median, since the first ones warm up.
const MOST_MS = 150;
const TIMES = 9;
const PASSWORD = "correct horse battery";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let email: string;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
  const { organisationId } = await createTestOrganisation(db.platform);
  await createMember(db.platform, auth.auth, organisationId, { name: "ana", role: "member" });
  email = `ana.${organisationId.slice(-12)}@accounts.test`;
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

/** The median processor time of this process, its threads included, for signing in with these. */
async function costOf(credentials: { email: string; password: string }, reason: string | null) {
  const costs: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.cpuUsage();
    const done = await signIn(
      { ...db.platform, directory: testDirectory },
      auth.auth,
      { client: `192.0.2.${time + 1}`, cookies: null },
      credentials,
    );
    const { user, system } = process.cpuUsage(before);
    expect(done.ok ? null : done.reason).toBe(reason);
    costs.push((user + system) / 1_000);
  }
  return costs.toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? Number.NaN;
}

test("signing in takes less than 150 ms of processor time, and so does being refused", async () => {
  const costs = {
    right: await costOf({ email, password: PASSWORD }, null),
    wrong: await costOf({ email, password: "another horse" }, "wrong"),
    unknown: await costOf({ email: "nobody@house.test", password: "another horse" }, "wrong"),
  };
  for (const [what, cost] of Object.entries(costs)) expect(cost, what).toBeLessThan(MOST_MS);
  // An argon2id that is taken seriously costs something; a hash that is none would pass the limit above.
  expect(costs.right).toBeGreaterThan(15);
  expect(Math.abs(costs.unknown - costs.wrong)).toBeLessThan(costs.wrong / 2);
});

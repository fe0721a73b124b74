import { afterAll, beforeAll, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { clientSecretOf } from "./providers/client-secret.server.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// What a stolen copy of the database tells of providers: nothing that opens anything, there or here.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
  house = await signOnHouse(db, auth, provider);
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: "ana@house.example" },
  });
  const came = await house.come({ sub: "a", email: "ana@house.example", email_verified: true });
  if (!came.ok) throw new Error(came.reason);
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const sealed = async () => {
  const { rows } = await db.owner.query("SELECT id, client_secret FROM sign_on_provider");
  return { id: String(rows[0]?.id), sealedSecret: String(rows[0]?.client_secret) };
};

test("no table has a token that the provider gave, or what it knows this server by", async () => {
  const tables = await db.owner.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.rows.length).toBeGreaterThan(50);
  let held = "";
  for (const { name } of tables.rows) {
    const { rows } = await db.owner.query(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    held += JSON.stringify(rows);
  }
  expect(held, "what was looked through").toContain("ana@house.example");
  for (const secret of ["secret-token", CLIENT.secret]) expect(held).not.toContain(secret);
});

test("what is kept of it opens for its own provider, by this server's secret, and otherwise not at all", async () => {
  const kept = await sealed();
  expect(clientSecretOf(db.platform, kept)).toBe(CLIENT.secret);
  expect(clientSecretOf(db.platform, { ...kept, id: house.organisationId })).toBeNull();
  expect(clientSecretOf({ secret: "another secret, long enough for it" }, kept)).toBeNull();
  const { sealedSecret } = kept;
  const flipped = `${sealedSecret.slice(0, -2)}${sealedSecret.endsWith("AA") ? "BB" : "AA"}`;
  expect(clientSecretOf(db.platform, { ...kept, sealedSecret: flipped })).toBeNull();
});

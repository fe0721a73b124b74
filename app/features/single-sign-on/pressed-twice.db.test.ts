import { afterAll, beforeAll, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { claimDomain, MOST_DOMAINS } from "./domains/claim-domain.server.ts";
import { MOST_PROVIDERS, saveProvider } from "./providers/save-provider.server.ts";
import { switchProvider } from "./providers/switch-provider.server.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse, typed } from "./testing/sign-on-house.ts";

// What is pressed twice, or in two tabs at once.

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
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const count = async (table: string) =>
  Number((await db.owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

test("a provider that is off already is switched off again without a record or a letter", async () => {
  const off = { provider: house.providerId, to: "off" } as const;
  const before = await count("audit_record");
  expect(await switchProvider(db.platform, house.owner, off)).toEqual({ ok: true });
  expect(await switchProvider(db.platform, house.owner, off)).toEqual({ ok: true });
  expect(await count("audit_record")).toBe(before + 1);
});

test("at once no more providers and domains are added than there may be", async () => {
  const many = Array.from({ length: MOST_PROVIDERS + 1 }, (_, n) => n);
  const input = typed(provider.issuer);
  const add = (clientId: string) =>
    saveProvider(house.platform, house.owner, null, { ...input, clientId });
  await Promise.all(many.map(() => add("pressed-twice")));
  expect(await count("sign_on_provider")).toBe(2);
  await Promise.all(many.map((n) => add(`client-${n}`)));
  expect(await count("sign_on_provider")).toBe(MOST_PROVIDERS);
  const names = Array.from({ length: MOST_DOMAINS + 2 }, (_, n) => `d${n}.example`);
  await Promise.all(names.map((domain) => claimDomain(house.platform, house.owner, { domain })));
  expect(await count("sign_on_domain")).toBe(MOST_DOMAINS);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { hasRecentProof } from "~/features/identity/recent/recent-proof.server.ts";
import { ownSession } from "~/features/identity/sessions/own-session.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// Whoever is signed in by a provider is asked by it once more, before what a browser left signed in must not do.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
let cookies = "";

const ana = { sub: "ana-1", email: "ana@house.example", email_verified: true };

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
  house = await signOnHouse(db, auth, provider);
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: ana.email },
    bea: { name: "Bea", email: "bea@house.example" },
  });
  const came = await house.come(ana);
  if (!came.ok) throw new Error(came.reason);
  cookies = cookiesSent(came.value.headers).get("cookie") ?? "";
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

/** Seconds before now, as a provider says it. */
const ago = (seconds: number) => Math.floor(db.platform.clock.now().getTime() / 1_000) - seconds;
async function again(claims: Record<string, unknown>) {
  const begun = await house.begin(cookies, true);
  return house.back(provider.answer(begun.url, { claims }), begun.cookies);
}

test("the provider is asked to ask, and says when it did: that counts for this session", async () => {
  const begun = await house.begin(cookies, true);
  const { searchParams } = new URL(begun.url);
  expect([searchParams.get("prompt"), searchParams.get("max_age")]).toEqual(["login", "0"]);
  const shown = await again({ ...ana, auth_time: ago(3) });
  if (!shown.ok) throw new Error(shown.reason);
  expect(shown.value.path).toBe("/reports");
  const headers = new Headers({ cookie: cookies });
  const session = await ownSession(auth, headers);
  const kept = cookiesSent(shown.value.headers).get("cookie");
  expect(await hasRecentProof(db.platform, kept, session?.token ?? "")).toBe(true);
});

test.each([
  ["does not say when", () => ({})],
  ["let them through by what it remembered of this morning", () => ({ auth_time: ago(4 * 3_600) })],
])(
  "a provider that %s: it is said why nothing is shown, with the page that was wanted, and no proof is given",
  async (_, more) => {
    const tried = await again({ ...ana, ...more() });
    expect(tried).toEqual({ ok: false, reason: "not-shown", wanted: "/reports" });
  },
);

test("somebody else who sits there by now shows nothing", async () => {
  const other = { sub: "bea-1", email: "bea@house.example", email_verified: true };
  expect((await house.come(other)).ok).toBe(true);
  const tried = await again({ ...other, auth_time: ago(3) });
  expect(tried).toEqual({ ok: false, reason: "somebody-else", wanted: "/reports" });
});

test("for signing in, nobody is asked when it was", async () => {
  expect((await house.come(ana)).ok).toBe(true);
});

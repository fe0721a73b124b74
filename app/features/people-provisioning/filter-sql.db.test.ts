import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { okta } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// What a filter asks the database: values are bound, and whatever they are, they are only looked for.

let db: TestDatabase;
let ask: ScimClient["ask"];
const NAMES = ["ana", "bo", "cleo"];

beforeAll(async () => {
  db = await createTestDatabase();
  ({ ask } = await scimClient(db.platform, await createTestOrganisation(db.platform)));
  for (const name of NAMES) await ask("POST", "/Users", okta.user(name, { title: `The ${name}` }));
});
afterAll(() => db.close());

const found = (filter: string) => ask("GET", `/Users?${new URLSearchParams({ filter })}`);

const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(...NAMES, "'; DROP TABLE person; --", "%", "_", "\\", "\u0000", "$1", "O'Hara"),
);
const atom = fc
  .record({
    attribute: fc.constantFrom("userName", "title", "emails.value", "id", "externalId", "active"),
    op: fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "le"),
    value,
  })
  .map((each) => `${each.attribute} ${each.op} ${JSON.stringify(each.value)}`);
const filter = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc
      .tuple(tie("any"), fc.constantFrom("and", "or"), tie("any"))
      .map((parts) => `(${parts.join(" ")})`),
    tie("any").map((inner) => `not (${inner})`),
  ),
})).any;

test("whatever a filter holds, the answer is a list or a refusal, and the directory is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(filter, async (text) => {
      const { status, body } = await found(text);
      expect([200, 400]).toContain(status);
      if (status === 400) expect(body.scimType).toBe("invalidFilter");
      else expect(body.totalResults).toBeLessThanOrEqual(NAMES.length);
    }),
    { numRuns: 150 },
  );
  expect((await ask("GET", "/Users")).body.totalResults).toBe(NAMES.length);
});

test("a filter and its opposite find everybody, each once", async () => {
  await fc.assert(
    fc.asyncProperty(atom, async (text) => {
      const one = await found(text);
      if (one.status !== 200) return;
      const other = await found(`not (${text})`);
      expect(one.body.totalResults + other.body.totalResults).toBe(NAMES.length);
    }),
    { numRuns: 60 },
  );
});

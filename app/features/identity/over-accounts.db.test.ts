import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "~/platform/db/database.server.ts";
import { asAccount, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { createTestOrganisation, type TestOrganisation } from "./testing/organisation.ts";

const WALLED = [
  'auth."user"',
  'auth."session"',
  'auth."account"',
  'auth."verification"',
  "auth.second_factor",
  "auth.passkey",
  "auth.session_origin",
  "auth.address_wish",
];

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
  home = await createTestOrganisation(db.platform);
  await db.owner.query(
    `INSERT INTO auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
     VALUES ('ana', 'Ana', 'ana@example.org', true, now(), now());
     INSERT INTO auth."session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
     VALUES ('s', 'ana', 'secret', now() + interval '1 day', now(), now());
     INSERT INTO auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
     VALUES ('a', 'ana', 'credential', 'ana', 'hash', now(), now());
     INSERT INTO auth."verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
     VALUES ('v', 'ana@example.org', 'x', now() + interval '1 day', now(), now())`,
  );
});
afterAll(() => db.close());

const users = sql<{ id: string }>`SELECT "id" FROM auth."user"`;
const within = <Result>(work: (tx: Tx) => Promise<Result>) =>
  inOrganisation(db.platform, home, work);

test("attack: a transaction of an organisation reads no account, session, password or key", async () => {
  for (const table of WALLED) {
    const found = await within((tx) => sql`SELECT 1 FROM ${sql.raw(table)}`.execute(tx));
    expect(found.rows, table).toEqual([]);
  }
  const { rows } = await db.owner.query('SELECT 1 FROM auth."session"');
  expect(rows).toHaveLength(1);
});

test("attack: it changes and deletes none either, and makes none", async () => {
  await within((tx) => sql`UPDATE auth."account" SET "password" = 'mine'`.execute(tx));
  await within((tx) => sql`DELETE FROM auth."session"`.execute(tx));
  const { rows } = await db.owner.query(
    `SELECT a."password", (SELECT count(*)::int FROM auth."session") AS sessions FROM auth."account" a`,
  );
  expect(rows).toEqual([{ password: "hash", sessions: 1 }]);
  const made = within((tx) =>
    sql`INSERT INTO auth."session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
        VALUES ('t', 'ana', 'mine', now() + interval '1 day', now(), now())`.execute(tx),
  );
  await expect(made).rejects.toThrow(/row-level security/);
});

test("a statement that says so sees them, and the next one none", async () => {
  await within(async (tx) => {
    expect((await overAccounts(tx, users)).rows).toEqual([{ id: "ana" }]);
    expect((await users.execute(tx)).rows).toEqual([]);
  });
});

test("of several at once each sees them", async () => {
  const found = await within((tx) =>
    Promise.all(Array.from({ length: 5 }, () => overAccounts(tx, users))),
  );
  expect(found.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 1]);
});

test("one that fails leaves the door as it was for the next transaction", async () => {
  const failed = within((tx) => overAccounts(tx, sql`SELECT 1 FROM auth."user" WHERE 1 / 0 = 1`));
  await expect(failed).rejects.toThrow();
  expect((await within((tx) => users.execute(tx))).rows).toEqual([]);
});

test("whoever is of no organisation yet sees them: signing in goes on as before", async () => {
  expect((await users.execute(db.platform.database)).rows).toHaveLength(1);
  expect((await asAccount(db.platform, "ana", (tx) => users.execute(tx))).rows).toHaveLength(1);
});

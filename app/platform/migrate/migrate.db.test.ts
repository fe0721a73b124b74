import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { databaseTypes } from "../../../script/generate-db-types.ts";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";
import { OperatorError } from "../errors/operator-error.ts";
import { type Migration, migrate, readMigrations } from "./migrate.server.ts";

let admin: pg.Client;
let migrations: Migration[];
let url: string;
let made = 0;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  migrations = await readMigrations("migrations");
});
beforeEach(async () => {
  made += 1;
  const name = `migrate_${process.pid}_${made}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  url = address.href;
});
afterAll(async () => {
  for (let each = 1; each <= made; each += 1)
    await admin.query(`DROP DATABASE IF EXISTS migrate_${process.pid}_${each} WITH (FORCE)`);
  await admin.end();
});

const migration = (name: string, text: string): Migration => ({
  name,
  text,
  checksum: createHash("sha256").update(text).digest("hex"),
});
const run = (files: Migration[]) => migrate(url, files, APP_PASSWORD);

async function ask<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

test("two programs starting at once apply every file once, and a third start applies none", async () => {
  const applied = await Promise.all([run(migrations), run(migrations)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, migrations.length]);
  expect(await run(migrations)).toEqual([]);
  const recorded = await ask<{ name: string }>("SELECT name FROM schema_migration ORDER BY name");
  expect(recorded.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
});

test("files go in order of their numbers, and anything else in the folder is left alone", () => {
  const found = migrations.map(({ name }) => name);
  expect(found).toEqual([...found].sort());
  expect(found.every((name) => /^\d{4}_.*\.sql$/.test(name))).toBe(true);
  expect(new Set(found.map((name) => name.slice(0, 4))).size).toBe(found.length);
});

test("a file that was changed after it was applied is refused in words, and nothing happens", async () => {
  const first = migration("0001_one.sql", "CREATE TABLE one (id int)");
  await run([first]);
  const changed = [
    migration("0001_one.sql", "CREATE TABLE one (id bigint)"),
    migration("0002_two.sql", "CREATE TABLE two (id int)"),
  ];
  const refusal = await run(changed).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(OperatorError);
  expect(refusal).toMatchObject({
    message: expect.stringContaining("0001_one.sql differs"),
    wayOut: expect.stringContaining("Restore the original file"),
  });
  expect(await ask("SELECT to_regclass('two') AS found")).toEqual([{ found: null }]);
});

test("a database that a newer program has used is refused in words", async () => {
  const [first, second] = [
    migration("0001_one.sql", "CREATE TABLE one (id int)"),
    migration("0002_two.sql", "CREATE TABLE two (id int)"),
  ];
  await run([first, second]);
  const refusal = await run([first]).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(OperatorError);
  expect(refusal).toMatchObject({
    message: expect.stringContaining("newer version"),
    wayOut: expect.stringContaining("backup"),
  });
});

test("a file that fails keeps nothing of itself, and the files before it stay", async () => {
  const files = [
    migration("0001_one.sql", "CREATE TABLE one (id int)"),
    migration("0002_two.sql", "CREATE TABLE two (id int); INSERT INTO nowhere VALUES (1)"),
    migration("0003_three.sql", "CREATE TABLE three (id int)"),
  ];
  await expect(run(files)).rejects.toThrow(
    "Migration 0002_two.sql failed; nothing of it was kept.",
  );
  expect(
    await ask(
      "SELECT to_regclass('one')::text AS one, to_regclass('two') AS two, to_regclass('three') AS three",
    ),
  ).toEqual([{ one: "one", two: null, three: null }]);
  const mended = [files[0]!, migration("0002_two.sql", "CREATE TABLE two (id int)"), files[2]!];
  expect(await run(mended)).toEqual(["0002_two.sql", "0003_three.sql"]);
});

test("the generated types say what the migrated database has", async () => {
  await run(migrations);
  expect(databaseTypes(url)).toBe(await readFile("app/platform/db/schema.gen.ts", "utf8"));
});

import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OperatorError } from "../errors/operator-error.ts";
import { type Migration, migrate, readMigrations } from "../migrate/migrate.server.ts";
import { asApp, derive } from "./connection.server.ts";
import { type EmbeddedDatabase, startEmbedded } from "./embedded/start-embedded.server.ts";
import { newFolder, remove } from "./embedded/testing/embedded.ts";

// A server of its own: the application role, which this is about, belongs to a whole server.
const dataDir = newFolder();
const [OWN, OTHER] = ["own", "other"].map((word) =>
  derive(word.repeat(12), "application role"),
) as [string, string];
let server: EmbeddedDatabase;
let migrations: Migration[];
let url: string;
let made = 0;

beforeAll(async () => {
  server = await startEmbedded({ dataDir, password: "known", durable: false });
  migrations = await readMigrations("migrations");
});
beforeEach(async () => {
  made += 1;
  await ask(server.ownerUrl, `CREATE DATABASE d${made}`);
  const address = new URL(server.ownerUrl);
  address.pathname = `/d${made}`;
  url = address.href;
});
afterAll(async () => {
  await server.stop();
  remove(dataDir);
});

async function ask(connectionString: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const run = (password: string, files = migrations, options = {}) =>
  migrate(url, files, password, options);
const refusalOf = (attempt: Promise<unknown>) => attempt.catch((error: unknown) => error);
const kept = () => ask(url, "SELECT fingerprint FROM installation.secret");
const isOwnStill = () => ask(asApp(url, OWN), "SELECT 1 AS one");
const older = () => migrations.filter(({ name }) => name < "0017");

test("a database is kept by the secret it was made with; another is refused and changes nothing", async () => {
  await run(OWN);
  const [noted, ...more] = await kept();
  expect(more).toEqual([]);
  expect(String(noted?.fingerprint)).not.toContain(OWN);
  const state = () => ask(url, "SELECT rolpassword FROM pg_authid WHERE rolname = 'twohats_app'");
  const before = await state();
  const refusal = await refusalOf(run(OTHER));
  expect(refusal).toBeInstanceOf(OperatorError);
  expect(refusal).toMatchObject({
    message: "This database was made with another TWOHATS_SECRET.",
    wayOut: expect.stringContaining("Nothing was changed."),
  });
  expect(await state()).toEqual(before);
  expect(await kept()).toEqual([noted]);
  expect(await run(OWN)).toEqual([]);
});

test("a database from before fingerprints is refused by its application role, and keeps its own secret", async () => {
  await run(OWN, older());
  const refusal = await refusalOf(run(OTHER));
  expect(refusal).toMatchObject({ message: expect.stringContaining("another TWOHATS_SECRET") });
  const applied = await ask(url, "SELECT name FROM schema_migration");
  expect(applied, "nothing was applied").toHaveLength(older().length);
  expect(await isOwnStill()).toEqual([{ one: 1 }]);
  expect(await run(OWN)).toContain("0017_secret_fingerprint.sql");
  expect(await refusalOf(run(OTHER))).toBeInstanceOf(OperatorError);
});

test("a restored database finds its role missing or with another password, and makes it right", async () => {
  await run(OWN);
  await ask(url, "ALTER ROLE twohats_app PASSWORD 'changed by hand'");
  await run(OWN);
  expect(await isOwnStill()).toEqual([{ one: 1 }]);
});

test("a first start that was cut short before anything was applied is no other secret's", async () => {
  await ask(url, "CREATE TABLE schema_migration (name text PRIMARY KEY, checksum text NOT NULL)");
  await ask(url, "DROP TABLE schema_migration");
  await ask(
    url,
    "CREATE TABLE schema_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
  );
  expect(await run(OWN)).toHaveLength(migrations.length);
});

test("a secret that is lost for good can be replaced knowingly", async () => {
  await run(OWN);
  const before = await kept();
  expect(await run(OTHER, migrations, { newSecret: true })).toEqual([]);
  expect(await kept()).not.toEqual(before);
  expect(await refusalOf(run(OWN))).toBeInstanceOf(OperatorError);
  expect(await run(OTHER)).toEqual([]);
  await run(OWN, migrations, { newSecret: true });
});

test("the application role can't see the fingerprint", async () => {
  await run(OWN);
  const tried = ask(asApp(url, OWN), "SELECT * FROM installation.secret");
  await expect(tried).rejects.toMatchObject({ code: "42501" });
});

import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  builtInContent,
  instrumentById,
  instrumentChoices,
} from "~/features/questionnaires/index.server.ts";
import { fixedClock } from "~/platform/clock/clock.ts";
import { asApp } from "~/platform/db/connection.server.ts";
import { type OpenDatabase, openDatabase } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { APP_PASSWORD } from "./global-setup.ts";

// A database of the release in which every organisation had its own copy of the built-in content.
const name = `migrate_distributed_${process.pid}`;
const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;

const { framework, instruments } = builtInContent();
const [full, short] = instruments;

let admin: pg.Client;
let client: pg.Client;
let app: OpenDatabase;

/**
 * Its framework, two instruments, and a round that uses the first; letters of every kind, and a secret from long
 * before.
 */
async function organisation(at: number, texts: { full?: unknown; framework?: unknown } = {}) {
  const own = (last: number) => id(at * 100 + last);
  const add = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    return client.query(
      `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((_, index) => `$${index + 1}`).join()})`,
      Object.values(row),
    );
  };
  const organisation_id = own(0);
  const created_at = new Date();
  await add("organisation", { organisation_id, name: `Organisation ${at}`, created_at });
  const stored = { organisation_id, created_at };
  const { key, version } = framework;
  const definition = JSON.stringify(texts.framework ?? framework);
  await add("framework", { ...stored, id: own(1), key, version, name: framework.name, definition });
  for (const [index, instrument] of [full, short].entries())
    await add("instrument", {
      ...stored,
      ...{ id: own(2 + index), key: instrument?.key, version: instrument?.version },
      ...{ name: instrument?.name, framework_id: own(1) },
      definition: JSON.stringify((index === 0 && texts.full) || instrument),
    });
  await add("cycle", {
    ...stored,
    ...{ id: own(4), name: "Spring", instrument_id: own(2), state: "collecting" },
    ...{ disclosure_policy: "{}", created_by: "hr" },
  });
}

const changed = { ...full, name: "Our own words" };

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  client = new pg.Client({ connectionString: address.href });
  const migrations = await readMigrations("migrations");
  const before = migrations.filter((each) => each.name < "0027");
  await migrate(address.href, before, APP_PASSWORD);
  await client.connect();
  await organisation(1);
  await organisation(2);
  await organisation(3, { full: changed });
  await organisation(4, { framework: { ...framework, name: "Our own hats" } });
  await client.query(`
    INSERT INTO cycle_secret (organisation_id, cycle_id, salt, by_pair)
      VALUES ('${id(100)}', '${id(104)}', 'x', false), ('${id(200)}', '${id(204)}', 'x', true);
    INSERT INTO message (organisation_id, id, kind, to_address, to_name, subject, state, last_error, created_at)
      VALUES ('${id(100)}', '${id(111)}', 'x', 'a@b.test', 'A', 'A', 'queued', NULL, now()),
             ('${id(100)}', '${id(112)}', 'x', 'a@b.test', 'A', 'A', 'queued', NULL, now()),
             ('${id(200)}', '${id(211)}', 'x', 'a@b.test', 'A', 'A', 'queued', 'no-server', now()),
             ('${id(300)}', '${id(311)}', 'x', 'a@b.test', 'A', 'A', 'sent', NULL, now());`);
  await migrate(address.href, migrations, APP_PASSWORD);
  app = openDatabase(asApp(address.href, APP_PASSWORD), 2);
});
afterAll(async () => {
  await app?.close();
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

const ask = async (query: string) => (await client.query(query)).rows;
const scope = (at: number) => ({ organisationId: id(at * 100) });
/** What a round's questionnaire is now, found by the id that the round has. */
const used = (at: number) =>
  inOrganisation(app, scope(at), (tx) => instrumentById(tx, scope(at), id(at * 100 + 2)));

test("every round finds the questionnaire it had, by the id it had", async () => {
  expect(await used(1)).toEqual({ instrument: full, framework });
  expect(await used(2)).toEqual({ instrument: full, framework });
  expect(await used(3)).toEqual({ instrument: changed, framework });
  expect((await used(4))?.framework.name).toBe("Our own hats");
});

test("what all have stands once, and what says something else stays where it is", async () => {
  const copies = await ask(
    `SELECT organisation_id, key, definition IS NOT NULL AS own FROM instrument ORDER BY organisation_id, key`,
  );
  expect(copies.map(({ organisation_id: of, key, own }) => [of, key, own])).toEqual([
    [id(100), full?.key, false],
    [id(100), short?.key, false],
    [id(200), full?.key, false],
    [id(200), short?.key, false],
    [id(300), full?.key, true],
    [id(300), short?.key, false],
    [id(400), full?.key, true],
    [id(400), short?.key, true],
  ]);
  expect(await ask("SELECT organisation_id FROM framework ORDER BY 1")).toEqual([
    { organisation_id: id(300) },
    { organisation_id: id(400) },
  ]);
  expect(await ask("SELECT key, definition FROM content.instrument ORDER BY key")).toEqual([
    { key: full?.key, definition: JSON.parse(JSON.stringify(full)) },
    { key: short?.key, definition: JSON.parse(JSON.stringify(short)) },
  ]);
});

test("new rounds are offered the same questionnaires, by the same ids", async () => {
  const clock = fixedClock(new Date());
  for (const at of [1, 2, 3, 4]) {
    const choices = await inOrganisation(app, scope(at), (tx) =>
      instrumentChoices({ clock }, tx, scope(at)),
    );
    expect(choices.map((each) => each.id)).toEqual([id(at * 100 + 2), id(at * 100 + 3)]);
  }
});

test("everything is looked at once, and only what is there is looked for", async () => {
  const due = await ask("SELECT organisation_id, work FROM due ORDER BY work, organisation_id");
  expect(due.map((row) => [row.work, row.organisation_id])).toEqual([
    ["letters", id(100)],
    ["letters-without-server", id(200)],
    ["pseudonyms", id(100)],
    ...[1, 2, 3, 4].map((at) => ["time", id(at * 100)]),
  ]);
});

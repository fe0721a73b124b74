import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";
import { migrate, readMigrations } from "./migrate.server.ts";

// A database of the release before counts took the place of answers: a round that closed, and one that is open.
const name = `migrate_counts_${process.pid}`;
const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;

let admin: pg.Client;
let client: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  client = new pg.Client({ connectionString: address.href });
  const migrations = await readMigrations("migrations");
  const before = migrations.filter((each) => each.name < "0023");
  await migrate(address.href, before, APP_PASSWORD);
  await client.connect();
  const cycle = (at: number, state: string) => `
    INSERT INTO cycle (organisation_id, id, name, instrument_id, state, disclosure_policy, created_by, created_at)
      VALUES ('${id(1)}', '${id(at)}', 'Round ${at}', '${id(3)}', '${state}', '{}', 'hr', now());
    INSERT INTO participant (organisation_id, id, cycle_id, person_id, name)
      VALUES ('${id(1)}', '${id(at + 1)}', '${id(at)}', '${id(4)}', 'Ada');`;
  const response = (
    at: number,
    own: number,
    relationship: string,
    state: string,
    ratings: string,
  ) => `
    INSERT INTO response (organisation_id, id, cycle_id, participant_id, relationship, pseudonym, state, ratings, revision)
      VALUES ('${id(1)}', '${id(own)}', '${id(at)}', '${id(at + 1)}', '${relationship}', ${at === 10 ? "NULL" : `'p${own}'`}, '${state}', '${ratings}', ${state === "draft" ? own : 3});`;
  await client.query(`
    INSERT INTO organisation (organisation_id, name, created_at) VALUES ('${id(1)}', 'Harbour', now());
    INSERT INTO framework (organisation_id, id, key, version, name, definition, created_at)
      VALUES ('${id(1)}', '${id(2)}', 'hats', 1, 'Hats', '{}', now());
    INSERT INTO instrument (organisation_id, id, key, version, name, framework_id, definition, created_at)
      VALUES ('${id(1)}', '${id(3)}', 'short', 1, 'Short', '${id(2)}', '{}', now());
    INSERT INTO person (organisation_id, id, name, created_at, updated_at)
      VALUES ('${id(1)}', '${id(4)}', 'Ada', now(), now());
    ${cycle(10, "released")} ${cycle(20, "collecting")}
    ${response(10, 101, "peer", "submitted", "{2,NULL,-1}")}
    ${response(10, 102, "peer", "submitted", "{2,1,0}")}
    ${response(10, 103, "peer", "submitted", "{0,1,NULL}")}
    ${response(10, 104, "self", "submitted", "{1,1,1}")}
    ${response(20, 1, "peer", "draft", "{NULL,NULL,NULL}")}
    ${response(20, 2, "peer", "draft", "{1,NULL,NULL}")}
    ${response(20, 203, "peer", "submitted", "{1,2,0}")}`);
  await migrate(address.href, migrations, APP_PASSWORD);
});
afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

const ask = async (query: string) => (await client.query(query)).rows;

test("of a closed round counts are kept, item by item, and no answer", async () => {
  expect(
    await ask("SELECT subject_id, group_id, counts FROM answer_count ORDER BY group_id"),
  ).toEqual([
    {
      subject_id: id(11),
      group_id: "peer",
      counts: [{ "0": 1, "2": 2 }, { "1": 2 }, { "-1": 1, "0": 1 }],
    },
    { subject_id: id(11), group_id: "self", counts: [{ "1": 1 }, { "1": 1 }, { "1": 1 }] },
  ]);
  expect(await ask(`SELECT id FROM response WHERE round_id = '${id(10)}'`)).toEqual([]);
});

test("of an open round everything is kept, and what HR saw of its progress is what it is told", async () => {
  expect(
    await ask(
      `SELECT id, state, ratings, told FROM response WHERE round_id = '${id(20)}' ORDER BY id`,
    ),
  ).toEqual([
    { id: id(1), state: "draft", ratings: [null, null, null], told: null },
    { id: id(2), state: "draft", ratings: [1, null, null], told: "started" },
    { id: id(203), state: "submitted", ratings: [1, 2, 0], told: "done" },
  ]);
});

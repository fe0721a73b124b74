import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";
import { type Migration, migrate, readMigrations } from "./migrate.server.ts";

// A database of the first release with something in it, brought up to date.
const FIRST_RELEASE = ["0001", "0002", "0003", "0004", "0005"];
const name = `migrate_first_${process.pid}`;

let admin: pg.Client;
let client: pg.Client;
let migrations: Migration[];
let url: string;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  url = address.href;
  migrations = await readMigrations("migrations");
  client = new pg.Client({ connectionString: url });
});
afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;

test("what the first release stored is there after the migrations, with what is new at its quiet default", async () => {
  const first = migrations.filter((each) =>
    FIRST_RELEASE.some((start) => each.name.startsWith(start)),
  );
  expect(first).toHaveLength(FIRST_RELEASE.length);
  await migrate(url, first, APP_PASSWORD);
  await client.connect();
  await client.query(`
    INSERT INTO organisation (organisation_id, name, created_at) VALUES ('${id(1)}', 'Harbour', now());
    INSERT INTO framework (organisation_id, id, key, version, name, definition, created_at)
      VALUES ('${id(1)}', '${id(2)}', 'hats', 1, 'Hats', '{}', now());
    INSERT INTO instrument (organisation_id, id, key, version, name, framework_id, definition, created_at)
      VALUES ('${id(1)}', '${id(3)}', 'short', 1, 'Short', '${id(2)}', '{}', now());
    INSERT INTO person (organisation_id, id, name, created_at, updated_at)
      VALUES ('${id(1)}', '${id(4)}', 'Ada', now(), now());
    INSERT INTO cycle (organisation_id, id, name, instrument_id, state, invitation_subject, invitation_body, disclosure_policy, created_by, created_at)
      VALUES ('${id(1)}', '${id(5)}', 'Spring', '${id(3)}', 'collecting', 'A word, please', 'Hello {{name}}', '{}', 'hr', now());
    INSERT INTO participant (organisation_id, id, cycle_id, person_id, name, nomination)
      VALUES ('${id(1)}', '${id(6)}', '${id(5)}', '${id(4)}', 'Ada', 'submitted');
    INSERT INTO rater (organisation_id, id, cycle_id, participant_id, person_id, relationship, state)
      VALUES ('${id(1)}', '${id(7)}', '${id(5)}', '${id(6)}', '${id(4)}', 'self', 'invited');
    INSERT INTO response (organisation_id, id, cycle_id, participant_id, relationship, pseudonym, state, ratings)
      VALUES ('${id(1)}', '${id(8)}', '${id(5)}', '${id(6)}', 'self', 'x', 'draft', '{1,NULL}');
    INSERT INTO report (organisation_id, id, cycle_id, participant_id, result, created_at)
      VALUES ('${id(1)}', '${id(9)}', '${id(5)}', '${id(6)}', '{"format":1}', now());
    INSERT INTO message (organisation_id, id, kind, about_id, to_address, to_name, subject, html, plain, state, attempts, created_at)
      VALUES ('${id(1)}', '${id(10)}', 'invitation', '${id(5)}', 'ada@harbour.example', 'Ada', 'A word', 'x', 'x', 'kept', 0, now()),
             ('${id(1)}', '${id(11)}', 'invitation', NULL, 'ada@harbour.example', 'Ada', 'A word', NULL, NULL, 'kept', 0, now()),
             ('${id(1)}', '${id(12)}', 'invitation', NULL, 'ada@harbour.example', 'Ada', 'A word', 'x', 'x', 'queued', 3, '2026-03-02T12:00Z');`);
  await migrate(url, migrations, APP_PASSWORD);
  const ask = async (query: string) => (await client.query(query)).rows;
  expect(await ask("SELECT kind, language, subject, body FROM round_letter")).toEqual([
    { kind: "invitation", language: "en", subject: "A word, please", body: "Hello {{name}}" },
  ]);
  expect(
    await ask(
      "SELECT cycle.kind, nominated_by, approved_by, paused, closes_itself, release_mode, hr_keeps_reports FROM cycle JOIN round ON id = round_id",
    ),
  ).toEqual([
    {
      kind: "360",
      nominated_by: "participant",
      approved_by: "nobody",
      paused: false,
      closes_itself: false,
      release_mode: "hr",
      hr_keeps_reports: false,
    },
  ]);
  expect(
    await ask("SELECT nomination, withdrawn FROM participant JOIN subject ON id = subject_id"),
  ).toEqual([{ nomination: "submitted", withdrawn: false }]);
  expect(await ask("SELECT state, ratings FROM response")).toEqual([
    { state: "draft", ratings: [1, null] },
  ]);
  expect(await ask("SELECT external FROM person")).toEqual([{ external: false }]);
  // What was kept because no mail server was set waits for one now; what had lost its text is over.
  expect(await ask("SELECT state, last_error, tried_since FROM message ORDER BY id")).toEqual([
    { state: "queued", last_error: "no-server", tried_since: null },
    { state: "failed", last_error: "too-late", tried_since: null },
    { state: "queued", last_error: null, tried_since: new Date("2026-03-02T12:00Z") },
  ]);
  // Nobody's address waits because of an upgrade.
  expect(await ask("SELECT address_wait_days, address_wait_before FROM organisation")).toEqual([
    { address_wait_days: 7, address_wait_before: null },
  ]);
  expect(await ask("SELECT 1 FROM address_change")).toEqual([]);
  expect(await ask("SELECT result FROM report")).toEqual([{ result: { format: 1 } }]);
});

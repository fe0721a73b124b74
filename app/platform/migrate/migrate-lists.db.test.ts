import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";
import { migrate, readMigrations } from "./migrate.server.ts";

// A database of the release before it was known who brought whom onto a list, and who agreed to it.
const name = `migrate_lists_${process.pid}`;
const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;

let admin: pg.Client;
let client: pg.Client;

/** A round with one participant (its number and one), rated by a colleague (4) and someone from outside (6). */
const round = (
  at: number,
  state: string,
  { nominatedBy = "participant", approvedBy = "nobody", nomination = "submitted" } = {},
) => `
  INSERT INTO cycle (organisation_id, id, name, instrument_id, state, nominated_by, approved_by, disclosure_policy, created_by, created_at)
    VALUES ('${id(1)}', '${id(at)}', 'Round ${at}', '${id(3)}', '${state}', '${nominatedBy}', '${approvedBy}', '{}', 'hr', now());
  INSERT INTO participant (organisation_id, id, cycle_id, person_id, name, nomination)
    VALUES ('${id(1)}', '${id(at + 1)}', '${id(at)}', '${id(5)}', 'Ada', '${nomination}');
  INSERT INTO rater (organisation_id, id, cycle_id, participant_id, person_id, relationship, state)
    VALUES ('${id(1)}', '${id(at + 2)}', '${id(at)}', '${id(at + 1)}', '${id(4)}', 'peer', 'invited'),
           ('${id(1)}', '${id(at + 3)}', '${id(at)}', '${id(at + 1)}', '${id(6)}', 'peer', 'invited');
  INSERT INTO invitation (organisation_id, id, cycle_id, person_id)
    VALUES ('${id(1)}', '${id(at + 4)}', '${id(at)}', '${id(4)}');`;
const audit = (at: number, own: number, action: string, account: string | null, day: number) => `
  INSERT INTO audit_record (organisation_id, id, at, account_id, action, subject_kind, subject_id)
    VALUES ('${id(1)}', '${id(own)}', '2026-03-0${day}', ${account ? `'${account}'` : "NULL"}, '${action}', 'participant', '${id(at + 1)}');`;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  client = new pg.Client({ connectionString: address.href });
  const migrations = await readMigrations("migrations");
  await migrate(
    address.href,
    migrations.filter((each) => each.name < "0023"),
    APP_PASSWORD,
  );
  await client.connect();
  const approved = { approvedBy: "manager", nomination: "approved" };
  await client.query(`
    INSERT INTO organisation (organisation_id, name, created_at) VALUES ('${id(1)}', 'Harbour', now());
    INSERT INTO framework (organisation_id, id, key, version, name, definition, created_at)
      VALUES ('${id(1)}', '${id(2)}', 'hats', 1, 'Hats', '{}', now());
    INSERT INTO instrument (organisation_id, id, key, version, name, framework_id, definition, created_at)
      VALUES ('${id(1)}', '${id(3)}', 'short', 1, 'Short', '${id(2)}', '{}', now());
    INSERT INTO person (organisation_id, id, name, external, created_at, updated_at)
      VALUES ('${id(1)}', '${id(4)}', 'Bo', false, now(), now()),
             ('${id(1)}', '${id(5)}', 'Ada', false, now(), now()),
             ('${id(1)}', '${id(6)}', 'Kit', true, now(), now());
    INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('ada', 'Ada', 'ada@harbour.example', true);
    INSERT INTO membership (organisation_id, id, account_id, person_id, role, role_since, created_at)
      VALUES ('${id(1)}', '${id(7)}', 'ada', '${id(5)}', 'admin', now(), now());
    ${round(100, "draft")} ${round(110, "nominating")} ${round(120, "collecting")} ${round(130, "released")}
    ${round(140, "collecting", { nominatedBy: "hr" })}
    ${round(150, "collecting", approved)} ${audit(150, 901, "nomination.approved", "boss", 1)}
    ${round(160, "collecting", approved)} ${audit(160, 902, "nomination.approved", "boss", 1)} ${audit(160, 903, "nomination.approved", null, 2)}
    ${round(170, "collecting", approved)} ${audit(170, 904, "nomination.approved", "ada", 1)}
    ${round(180, "collecting", approved)} ${audit(180, 905, "nomination.approved", "boss", 1)} ${audit(180, 906, "rater.replaced", "ada", 2)}`);
  await migrate(address.href, migrations, APP_PASSWORD);
});
afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

const ask = async (query: string) => (await client.query(query)).rows;

test("a list counts as shaped where its participant could, unless a second person agreed last", async () => {
  const lists = await ask(
    "SELECT round.name, list FROM subject JOIN round ON round.id = round_id ORDER BY round.id",
  );
  expect(lists.map(({ name: round, list }) => [round, list])).toEqual([
    ["Round 100", "given"],
    ["Round 110", "shaped"],
    ["Round 120", "shaped"],
    ["Round 130", "shaped"],
    ["Round 140", "given"],
    ["Round 150", "agreed"],
    // By the clock, by the participant, and before somebody was replaced: nobody else has agreed.
    ["Round 160", "shaped"],
    ["Round 170", "shaped"],
    ["Round 180", "shaped"],
  ]);
});

test("people from outside were brought by whoever could; they are a group where nobody answers yet", async () => {
  const raters = await ask(
    `SELECT round.name, relationship, by_subject FROM request JOIN round ON round.id = round_id
      WHERE person_id = '${id(6)}' AND round.id < '${id(150)}' ORDER BY round.id`,
  );
  expect(raters.map((row) => [row.name, row.relationship, row.by_subject])).toEqual([
    ["Round 100", "outside", true],
    ["Round 110", "outside", true],
    ["Round 120", "peer", true],
    ["Round 130", "peer", true],
    ["Round 140", "peer", false],
  ]);
  expect(
    await ask(`SELECT DISTINCT relationship, by_subject FROM request WHERE person_id = '${id(4)}'`),
  ).toEqual([{ relationship: "peer", by_subject: false }]);
});

test("whoever is asked already is taken to be asked since the upgrade: earlier changes of addresses are not known", async () => {
  const [found] = await ask(
    "SELECT min(asked_at) > now() - interval '10 minutes' AS recent FROM invitation",
  );
  expect(found).toEqual({ recent: true });
});

import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";

// A database of the release that let one client of an issuer be added twice: one of them stays, with whom all knew.
const name = `migrate_doubled_${process.pid}`;
const owner = `plain_owner_${process.pid}`;
const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const [HARBOUR, QUAY] = [id(1), id(2)];
/** Added first and switched off since, added again, and once more after that. */
const [OFF, ON, LATER] = [id(10), id(11), id(12)];
/** Both of SAML, without a client; the older one stays. */
const [SAML, SAML_AGAIN] = [id(20), id(21)];
const [OTHER_CLIENT, ELSEWHERE] = [id(30), id(31)];

type Link = [organisationId: string, providerId: string, subject: string, accountId: string];

const KNOWN: readonly Link[] = [
  [HARBOUR, ON, "s-ada", "ada"],
  // By all three, by the one that goes alone, and another subject of somebody who is known already.
  [HARBOUR, OFF, "s-ada", "ada"],
  [HARBOUR, LATER, "s-ada", "ada"],
  [HARBOUR, OFF, "s-bo", "bo"],
  [HARBOUR, LATER, "s-cy-new", "cy"],
  [HARBOUR, ON, "s-cy", "cy"],
  [HARBOUR, SAML_AGAIN, "n-dee", "dee"],
  [HARBOUR, OTHER_CLIENT, "s-ada", "ada"],
  [QUAY, ELSEWHERE, "s-bo", "ada"],
];

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
  const before = migrations.filter((each) => each.name < "0053");
  await migrate(address.href, before, APP_PASSWORD);
  await client.connect();
  await furnish();
  await asPlainOwner(migrations.find((each) => each.name.startsWith("0053"))?.text ?? "");
  await migrate(address.href, migrations, APP_PASSWORD);
});
afterAll(async () => {
  await client?.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`DROP ROLE IF EXISTS ${owner}`);
  await admin.end();
});

async function furnish() {
  for (const [organisationId, called] of [
    [HARBOUR, "Harbour"],
    [QUAY, "Quay"],
  ])
    await client.query(
      "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, $2, now())",
      [organisationId, called],
    );
  for (const each of ["ada", "bo", "cy", "dee"])
    await client.query(
      'INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $1, $2, true)',
      [each, `${each}@harbour.example`],
    );
  await oidc(HARBOUR, OFF, "off", "2026-01-01", "hats");
  await oidc(HARBOUR, ON, "on", "2026-02-01", "hats");
  await oidc(HARBOUR, LATER, "on", "2026-03-01", "hats");
  await oidc(HARBOUR, OTHER_CLIENT, "on", "2026-01-01", "hats-test");
  await oidc(QUAY, ELSEWHERE, "on", "2026-01-01", "hats");
  for (const [at, providerId] of [SAML, SAML_AGAIN].entries())
    await client.query(
      `INSERT INTO sign_on_provider (organisation_id, id, kind, name, state, issuer, entry_point, certificates, both_steps, joins, created_at)
       VALUES ($1, $2, 'saml', 'Shared', 'off', 'https://idp.example', 'https://idp.example/in', '{x}', false, 'known', $3)`,
      [HARBOUR, providerId, `2026-01-0${at + 1}`],
    );
  for (const link of KNOWN)
    await client.query(
      "INSERT INTO sign_on_link (organisation_id, provider_id, subject, account_id, since) VALUES ($1, $2, $3, $4, '2026-01-05')",
      link,
    );
  for (const each of [OFF, ON])
    await client.query("INSERT INTO group_office_source VALUES ($1, $2)", [HARBOUR, each]);
  const office = (at: number, accountId: string, by: string | null) =>
    client.query(
      `INSERT INTO membership (organisation_id, id, account_id, role, role_since, office_provider, created_at)
       VALUES ($1, $2, $3, 'admin', now(), $4, now())`,
      [HARBOUR, id(at), accountId, by],
    );
  await office(40, "ada", LATER);
  await office(41, "bo", OFF);
  await office(42, "cy", null);
}

async function oidc(organisationId: string, own: string, state: string, at: string, as: string) {
  await client.query(
    `INSERT INTO sign_on_provider (organisation_id, id, kind, name, state, issuer, client_id, client_secret, both_steps, joins, created_at)
     VALUES ($1, $2, 'oidc', 'Entra', $3, 'https://idp.example', $4, $5, false, 'known', $6)`,
    [organisationId, own, state, as, `sealed for ${own}`, at],
  );
}

let byPlainOwner: unknown;

/**
 * The migration as whoever owns the tables and is otherwise nobody, so that the walls would hide rows from it: what it
 * leaves, taken back again.
 */
async function asPlainOwner(migration: string) {
  await client.query(`CREATE ROLE ${owner}`);
  await client.query("BEGIN");
  const { rows } = await client.query<{ table: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
  );
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public, auth TO ${owner}`);
  for (const { table } of rows) await client.query(`ALTER TABLE ${table} OWNER TO ${owner}`);
  await client.query(`SET LOCAL ROLE ${owner}`);
  await client.query(migration);
  await client.query("RESET ROLE");
  byPlainOwner = await whatIsLeft();
  await client.query("ROLLBACK");
}

async function whatIsLeft() {
  const all = async (query: string) =>
    (await client.query({ text: query, rowMode: "array" })).rows as string[][];
  return {
    providers: await all("SELECT id, state, client_secret FROM sign_on_provider ORDER BY id"),
    links: await all(
      `SELECT organisation_id, provider_id, subject, account_id FROM sign_on_link
        ORDER BY organisation_id, provider_id, subject`,
    ),
    offices: await all("SELECT account_id, office_provider FROM membership ORDER BY id"),
    sources: await all("SELECT provider_id FROM group_office_source"),
  };
}

test("of each client that was added several times one stays: one that is on, else the first", async () => {
  const { providers } = await whatIsLeft();
  expect(providers).toEqual([
    [ON, "on", `sealed for ${ON}`],
    [SAML, "off", null],
    [OTHER_CLIENT, "on", `sealed for ${OTHER_CLIENT}`],
    [ELSEWHERE, "on", `sealed for ${ELSEWHERE}`],
  ]);
});

test("it knows whom any of them knew, each account once, and nobody is known elsewhere by it", async () => {
  const { links } = await whatIsLeft();
  expect(links).toEqual([
    [HARBOUR, ON, "s-ada", "ada"],
    [HARBOUR, ON, "s-bo", "bo"],
    [HARBOUR, ON, "s-cy", "cy"],
    [HARBOUR, SAML, "n-dee", "dee"],
    [HARBOUR, OTHER_CLIENT, "s-ada", "ada"],
    [QUAY, ELSEWHERE, "s-bo", "ada"],
  ]);
});

test("offices that one of them gave are those of the one that stays, and only of what still gives any", async () => {
  const { offices, sources } = await whatIsLeft();
  expect(offices).toEqual([
    ["ada", ON],
    ["bo", ON],
    ["cy", null],
  ]);
  expect(sources).toEqual([[ON]]);
});

test("whoever owns the tables and no more comes to the same: no wall hides a row from it", async () => {
  const all = await whatIsLeft();
  expect(byPlainOwner).toEqual(all);
});

test("from then on the same client is added once, also one without a client", async () => {
  const again = (as: string | null) =>
    client.query(
      `INSERT INTO sign_on_provider SELECT organisation_id, gen_random_uuid(), kind, name, state, issuer, client_id, client_secret,
         entry_point, certificates, both_steps, joins, group_claim, admin_group, analyst_group, now()
         FROM sign_on_provider WHERE organisation_id = $1 AND client_id IS NOT DISTINCT FROM $2`,
      [HARBOUR, as],
    );
  await expect(again("hats")).rejects.toThrow("sign_on_provider_client");
  await expect(again(null)).rejects.toThrow("sign_on_provider_client");
});

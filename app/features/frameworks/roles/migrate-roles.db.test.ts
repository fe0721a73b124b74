import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { APP_PASSWORD } from "../../../../test/database/global-setup.ts";
import { builtInFramework } from "../built-in.server.ts";
import { roleDefinition } from "../domain/roles/role.ts";

// A database of the release before roles had levels: profiles of two frameworks, two of them by one name.
const name = `migrate_roles_${process.pid}`;
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
  const before = migrations.filter((each) => each.name < "0054");
  await migrate(address.href, before, APP_PASSWORD);
  await client.connect();
  const profile = (
    at: number,
    called: string,
    key: string,
    importance: object,
    zone: object | null,
  ) =>
    client.query(
      `INSERT INTO role_profile (organisation_id, id, framework_key, name, titles, importance, zone, revision, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 3, '2026-01-31T12:00:00Z')`,
      [id(1), id(at), key, called, ["Lead", "Team “lead”"], JSON.stringify(importance), zone],
    );
  const { key, version } = builtInFramework();
  await client.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Harbour', now())",
    [id(1)],
  );
  for (const each of [version, version + 1])
    await client.query(
      "INSERT INTO content.framework (key, version, name, definition) VALUES ($1, $2, 'Hats', '{}')",
      [key, each],
    );
  const zone = { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } };
  await profile(10, "Lead", key, { "setting-goals": "essential", range: "important" }, zone);
  await profile(11, "LEAD", "no-more", {}, null);
  await profile(12, "Mate", "no-more", {}, null);
  await migrate(address.href, migrations, APP_PASSWORD);
});
afterAll(async () => {
  await client?.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

test("every profile is a role with one version, which says what it said; none is lost to a name used twice", async () => {
  const roles = await client.query(
    "SELECT id, name, framework, revision, archived_on FROM role ORDER BY id",
  );
  expect(roles.rows.map((row) => [row.id, row.name, row.framework, row.revision])).toEqual([
    [id(10), "Lead", "both-hats", 3],
    [id(11), `LEAD (no-more, ${id(11)})`, "no-more", 3],
    [id(12), "Mate", "no-more", 3],
  ]);
  const versions = await client.query(
    `SELECT role_id, version, valid_from::text, framework_version, parent_id, definition
       FROM role_version ORDER BY role_id`,
  );
  expect(versions.rows).toHaveLength(3);
  const [lead, other] = versions.rows;
  expect(lead).toMatchObject({
    ...{ role_id: id(10), version: 1, valid_from: "2026-01-31", framework_version: 2 },
  });
  expect(roleDefinition.parse(lead.definition)).toEqual({
    needs: [
      { competency: "range", level: null, weight: "useful", importance: "important" },
      { competency: "setting-goals", level: null, weight: "essential", importance: "essential" },
    ],
    dropped: [],
    match: { join: "all", titles: ["Lead", "Team “lead”"], levels: [], departments: [] },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  });
  expect(roleDefinition.parse(other.definition)).toMatchObject({ needs: [], zone: null });
  expect(other.framework_version).toBe(1);
  const gone = await client.query("SELECT to_regclass('role_profile') AS it");
  expect(gone.rows).toEqual([{ it: null }]);
});

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { keepFingerprint, requireSameSecret } from "../db/secret-fingerprint.server.ts";
import { OperatorError } from "../errors/operator-error.ts";
import { prepareJobs } from "../jobs/prepare-jobs.server.ts";

export type Migration = { name: string; text: string; checksum: string };

const LOCK = 7_201_184;

/** The numbered SQL files of a folder, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Brings a database up to date, forward only, each file in its own transaction; safe to run twice at once.
 * @returns the names of the files that were applied now.
 * @throws OperatorError, with nothing changed, when the database was made with another secret, an applied file was
 * changed afterwards, or the database is newer than this program. With `newSecret` the first is no refusal.
 */
export async function migrate(
  ownerUrl: string,
  migrations: Migration[],
  appPassword: string,
  { newSecret = false }: { newSecret?: boolean } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    if (!newSecret) await requireSameSecret(client, ownerUrl, appPassword);
    const applied = await appliedMigrations(client);
    refuseForeignHistory(applied, migrations);
    await prepareAppRole(client, appPassword);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    await keepFingerprint(client, appPassword);
    await prepareJobs(ownerUrl, client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function prepareAppRole(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'twohats_app'");
  const verb = rows.length === 0 ? "CREATE" : "ALTER";
  await client.query(
    `${verb} ROLE twohats_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
  );
  await client.query("GRANT USAGE ON SCHEMA public TO twohats_app");
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS schema_migration (
       name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT name, checksum FROM schema_migration",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseForeignHistory(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new OperatorError(
        `This database was last used by a newer version of Twohats (it has ${name}).`,
        "Start that version or a later one, or restore the backup made before the upgrade.",
      );
    }
    if (known.get(name) !== checksum) {
      throw new OperatorError(
        `The migration ${name} differs from the one this database was built with.`,
        "Restore the original file: an applied migration never changes; add a new one instead.",
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.text);
    await client.query("INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed; nothing of it was kept.`, {
      cause: error,
    });
  }
}

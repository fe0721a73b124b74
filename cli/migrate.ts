import { join } from "node:path";
import { upgradeBuiltIn } from "~/features/questionnaires/index.server.ts";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { openDatabase, requireBoundRole } from "~/platform/db/database.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { projectFolder } from "./project-folder.ts";

type Options = { newSecret?: boolean };

/** Applies what is pending. @returns the names of the migrations applied now. */
export async function bringUpToDate(
  connection: Connection,
  options: Options = {},
): Promise<string[]> {
  const migrations = await readMigrations(join(projectFolder(), "migrations"));
  return migrate(connection.ownerUrl, migrations, connection.appPassword, options);
}

/**
 * Keeps this release's frameworks and instruments for every organisation, as starting the server does. @returns how
 * many instruments were new.
 */
export async function installContent({ appUrl }: Pick<Connection, "appUrl">): Promise<number> {
  const { database, pool, close } = openDatabase(appUrl);
  try {
    await requireBoundRole(pool);
    return await upgradeBuiltIn({ database });
  } finally {
    await close();
  }
}

export async function migrateDatabase(options: Options): Promise<void> {
  const connection = await connect(readEnv(process.env));
  try {
    const applied = await bringUpToDate(connection, options);
    const upgraded = await installContent(connection);
    const done = applied.map((name) => `applied ${name}`);
    if (upgraded > 0) done.push(`installed new built-in instruments: ${upgraded}`);
    const report = done.length === 0 ? ["The database is up to date."] : done;
    process.stdout.write(`${report.join("\n")}\n`);
  } finally {
    await connection.stop();
  }
}

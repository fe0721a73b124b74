import { join } from "node:path";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { migrate, readMigrations } from "~/platform/db/migrate.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import { projectFolder } from "./project-folder.ts";

/** Applies what is pending. @returns the names of the migrations applied now. */
export async function bringUpToDate(connection: Connection): Promise<string[]> {
  const migrations = await readMigrations(join(projectFolder(), "migrations"));
  return migrate(connection.ownerUrl, migrations, connection.appPassword);
}

export async function migrateDatabase(): Promise<void> {
  const connection = await connect(readEnv(process.env));
  try {
    const applied = await bringUpToDate(connection);
    const report =
      applied.length === 0
        ? ["The database is up to date."]
        : applied.map((name) => `applied ${name}`);
    process.stdout.write(`${report.join("\n")}\n`);
  } finally {
    await connection.stop();
  }
}

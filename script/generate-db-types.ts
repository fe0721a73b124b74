import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../app/platform/db/embedded/start-embedded.server.ts";
import { migrate, readMigrations } from "../app/platform/migrate/migrate.server.ts";

const TARGET = "app/platform/db/schema.gen.ts";

/** The types of a migrated database, as text. `ownerUrl` must point to one with every migration applied. */
export function databaseTypes(ownerUrl: string): string {
  const folder = mkdtempSync(join(tmpdir(), "twohats-types-"));
  const file = join(folder, "schema.ts");
  try {
    execFileSync(
      join("node_modules", ".bin", "kysely-codegen"),
      [
        `--url=${ownerUrl}`,
        "--dialect=postgres",
        "--camel-case",
        "--date-parser=string",
        "--numeric-parser=number",
        "--include-pattern=+(public|content).*",
        `--out-file=${file}`,
      ],
      { stdio: "pipe" },
    );
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const dataDir = mkdtempSync(join(tmpdir(), "twohats-types-db-"));
  const server = await startEmbedded({ dataDir, password: "types", durable: false });
  try {
    await migrate(server.ownerUrl, await readMigrations("migrations"), "types");
    writeFileSync(TARGET, databaseTypes(server.ownerUrl));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

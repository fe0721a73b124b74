/**
 * What 10,000 organisations cost a server that does nothing for most of them: its start, what it does by the clock, and the disk that
 * built-in content takes; and what row-level policies cost a statement. On the embedded PostgreSQL. Run with node; ends with 1 above
 * a limit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asApp } from "../app/platform/db/connection.server.ts";
import { startEmbedded } from "../app/platform/db/embedded/start-embedded.server.ts";
import { migrate, readMigrations } from "../app/platform/migrate/migrate.server.ts";
import type * as Measure from "./organisations/measure.ts";
import { openApp } from "./support/load-app.ts";

const ROLE_PASSWORD = "bench";

const app = await openApp();
const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const { measureOrganisations } = await app.load<typeof Measure>(
    "/bench/organisations/measure.ts",
  );
  const appUrl = asApp(server.ownerUrl, ROLE_PASSWORD);
  process.exitCode = (await measureOrganisations(appUrl, server.ownerUrl)) ? 0 : 1;
} finally {
  await app.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}

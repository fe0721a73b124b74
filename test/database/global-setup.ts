import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../app/platform/db/embedded/start-embedded.server.ts";
import { migrate, readMigrations } from "../../app/platform/migrate/migrate.server.ts";
import { roomForSample } from "../../e2e/support/sample.ts";

export const TEMPLATE = "twohats_template";
export const APP_PASSWORD = "test-application-role";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: { ownerUrl: string };
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "twohats-test-"));
  const server = await startEmbedded({ dataDir, password: "test", durable: false });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(server.ownerUrl);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href, await readMigrations("migrations"), APP_PASSWORD);
  project.provide("databaseServer", { ownerUrl: server.ownerUrl });
  const giveBack = roomForSample();
  return async () => {
    giveBack();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
  };
}

/**
 * Time to write and queue 20,000 invitations in one transaction, with the longest pause it makes for everyone else in the process;
 * to find and remind 20,000 requests' raters; to hand letters to a mail server on this machine; and how quickly two processes serve
 * everyone else while theirs is silent. On the embedded PostgreSQL. Run with node; ends with 1 above a limit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { asApp } from "../app/platform/db/connection.server.ts";
import { startEmbedded } from "../app/platform/db/embedded/start-embedded.server.ts";
import { migrate, readMigrations } from "../app/platform/migrate/migrate.server.ts";

const ROLE_PASSWORD = "bench";

// Letters are drawn with JSX, which node does not read by itself.
const vite = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false },
  resolve: { alias: { "~": new URL("../app", import.meta.url).pathname } },
});
const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const { measureLetters } = (await vite.ssrLoadModule("/bench/letters/measure.ts")) as {
    measureLetters(appUrl: string, ownerUrl: string): Promise<boolean>;
  };
  const { measureSilence } = (await vite.ssrLoadModule("/bench/letters/measure-silence.ts")) as {
    measureSilence(appUrl: string, ownerUrl: string): Promise<boolean>;
  };
  const appUrl = asApp(server.ownerUrl, ROLE_PASSWORD);
  const fast = await measureLetters(appUrl, server.ownerUrl);
  const unmoved = await measureSilence(appUrl, server.ownerUrl);
  process.exitCode = unmoved && fast ? 0 : 1;
} finally {
  await vite.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}

import { findPgBouncer, HOW_TO_GET_PGBOUNCER } from "../../test/database/pooler/pooler.ts";
import { run } from "./run.ts";

/**
 * Installs PgBouncer with Debian's package manager, where this runs as root. @returns what is skipped without it,
 * otherwise undefined.
 */
export async function installPgBouncer(): Promise<string | undefined> {
  if (findPgBouncer() !== null) return undefined;
  if (process.getuid?.() === 0) {
    console.log("Installing PgBouncer.");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["-qq", "update"], { env, quiet: true });
    const words = ["-qq", "install", "--yes", "--no-install-recommends", "pgbouncer"];
    await run("apt-get", words, { env, quiet: true });
    // The tests start one of their own; the service that comes with the package is not wanted.
    await run("systemctl", ["disable", "--now", "pgbouncer"], { quiet: true });
  }
  return findPgBouncer() === null
    ? `The tests behind a connection pooler are skipped. ${HOW_TO_GET_PGBOUNCER}`
    : undefined;
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../../e2e/support/program.ts";

/** What to say where there is none. */
export const HOW_TO_GET_PGBOUNCER = "PgBouncer is not installed: apt-get install pgbouncer";

/** PgBouncer, where it is installed. Debian puts it where only root looks. */
export function findPgBouncer(): string | null {
  for (const program of ["pgbouncer", "/usr/sbin/pgbouncer"]) {
    try {
      execFileSync(program, ["--version"], { stdio: "ignore" });
      return program;
    } catch {
      // Not there; the next may be.
    }
  }
  return null;
}

export type Pooler = { url: string; stop(): Promise<void> };

/** It refuses to run as root. */
const NOBODY = 65_534;

/**
 * Starts PgBouncer in transaction mode before the database of `url`, with so few connections that those who use it at
 * once get each other's. @returns the address to use instead.
 */
export async function startPooler(program: string, url: string, connections = 2): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "twohats-pooler-"));
  const database = new URL(url);
  const port = await freePort();
  const name = database.pathname.slice(1);
  writeFileSync(
    join(folder, "users"),
    `"${database.username}" "${decodeURIComponent(database.password)}"\n`,
  );
  writeFileSync(
    join(folder, "pgbouncer.ini"),
    `[databases]
${name} = host=${database.hostname} port=${database.port} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, "users")}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 200
`,
  );
  chmodSync(folder, 0o755);
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(program, [join(folder, "pgbouncer.ini")], { stdio: "pipe", ...as });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await listens(port)); tries += 1) {
    if (child.exitCode === null && tries < 100) await pause(50);
    else {
      await stop();
      throw new Error(`PgBouncer did not start:\n${said}`);
    }
  }
  const pooled = new URL(url);
  pooled.hostname = "127.0.0.1";
  pooled.port = String(port);
  return { url: pooled.href, stop };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await end;
}

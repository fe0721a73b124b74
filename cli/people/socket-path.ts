import { join, resolve } from "node:path";
import type { Env } from "~/platform/env/env.server.ts";

/** The longest name that a socket may have on every system. */
const LONGEST = 103;

/**
 * Where a server with a database of its own takes files from the command line: in its data folder, which only its user
 * enters. Null when there is none, or the folder's name is too long for a socket.
 */
export function socketPath(env: Pick<Env, "DATABASE_URL" | "TWOHATS_DATA_DIR">): string | null {
  if (env.DATABASE_URL || process.platform === "win32") return null;
  const path = join(resolve(env.TWOHATS_DATA_DIR), "commands.sock");
  return Buffer.byteLength(path) <= LONGEST ? path : null;
}

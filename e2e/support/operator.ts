import { readFileSync } from "node:fs";
import { join } from "node:path";
import { derive } from "../../app/platform/db/connection.server.ts";
import { startProgram } from "./program.ts";
import type { Server } from "./server.ts";

/**
 * Runs a command beside a running server, as an operator with a database server of their own does: the embedded one is
 * reached by its address. @returns what it printed and its exit code.
 */
export async function asOperator(
  { dataDir, url }: Pick<Server, "dataDir" | "url">,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const pid = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  const secret = readFileSync(join(dataDir, "secret"), "utf8").trim();
  const password = derive(secret, "owner role");
  const program = startProgram({
    args,
    env: {
      DATABASE_URL: `postgres://postgres:${password}@127.0.0.1:${pid.split("\n")[3]}/postgres`,
      TWOHATS_SECRET: secret,
      PUBLIC_URL: url,
      LOG_LEVEL: "warn",
    },
  });
  const code = await program.ended;
  return { code, output: program.output() };
}

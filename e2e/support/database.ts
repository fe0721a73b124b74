import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { derive } from "../../app/platform/db/connection.server.ts";

/** Runs a statement on the running embedded database of a data folder, as its owner. @returns the rows. */
export async function onDatabase(
  dataDir: string,
  text: string,
): Promise<Record<string, unknown>[]> {
  const pid = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(pid.split("\n")[3]),
    user: "postgres",
    password: derive(readFileSync(join(dataDir, "secret"), "utf8").trim(), "owner role"),
    database: "postgres",
  });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

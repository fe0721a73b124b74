import pg from "pg";
import type { Connection } from "./connection.server.ts";

/** Runs something as the database's owner, who sees every organisation: for the operator's own commands only. */
export async function asOwner<Result>(
  connection: Pick<Connection, "ownerUrl">,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: connection.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

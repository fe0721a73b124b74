import type { Actor } from "~/features/identity/index.ts";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { openPlatform } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { operatorIn } from "./operator-in.ts";

/**
 * Opens the database, brought up to date, and works as the operator in an organisation: the only one unless one is
 * named.
 */
export function asOperator(
  organisation: string | undefined,
  work: (platform: Platform, actor: Actor) => Promise<void>,
): Promise<void> {
  return onServer(async (open, connection) => {
    const actor = await operatorIn(connection, organisation);
    await open((platform) => work(platform, actor));
  });
}

type Open = (work: (platform: Platform) => Promise<void>) => Promise<void>;

/** Opens the database, brought up to date, for what is done to the server as a whole; the rest of it where needed. */
export async function onServer(
  work: (open: Open, connection: Connection) => Promise<void>,
): Promise<void> {
  const env = readEnv({ LOG_LEVEL: "warn", ...process.env });
  const connection = await connect(env);
  try {
    await bringUpToDate(connection);
    const open: Open = async (within) => {
      const { platform, close } = await openPlatform(env, connection);
      try {
        await within(platform);
      } finally {
        await close();
      }
    };
    await work(open, connection);
  } finally {
    await connection.stop();
  }
}

import type { Actor } from "~/features/identity/index.ts";
import { connect } from "~/platform/db/connection.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { openPlatform } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { operatorIn } from "./operator-in.ts";

/**
 * Opens the database, brought up to date, and works as the operator in an organisation: the only one unless one is
 * named.
 */
export async function asOperator(
  organisation: string | undefined,
  work: (platform: Platform, actor: Actor) => Promise<void>,
): Promise<void> {
  const env = readEnv({ LOG_LEVEL: "warn", ...process.env });
  const connection = await connect(env);
  try {
    await bringUpToDate(connection);
    const actor = await operatorIn(connection, organisation);
    const { platform, close } = await openPlatform(env, connection);
    try {
      await work(platform, actor);
    } finally {
      await close();
    }
  } finally {
    await connection.stop();
  }
}

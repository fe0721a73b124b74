import type { Connection } from "~/platform/db/connection.server.ts";
import type { Running } from "../server/serve.ts";

/**
 * Connects, runs until Ctrl-C or a stop signal, then closes the pages, the jobs and the database, in that order.
 * Signals are heard from the first moment, so that a database that is just starting is stopped as well.
 */
export async function untilStopped(
  connect: () => Promise<Connection>,
  start: (connection: Connection) => Promise<Running>,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolve());
  });
  const connection = await connect();
  try {
    const running = await Promise.race([start(connection), stopped]);
    if (running) {
      await stopped;
      await running.close();
    }
  } finally {
    await connection.stop();
  }
  process.exit(0);
}

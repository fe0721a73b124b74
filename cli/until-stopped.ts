import type { Connection } from "~/platform/db/connection.server.ts";
import type { Running } from "../server/serve.ts";

/** Runs until Ctrl-C or a stop signal, then closes the pages, the jobs and the database, in that order. */
export async function untilStopped(
  connection: Connection,
  start: () => Promise<Running>,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolve());
  });
  try {
    const running = await Promise.race([start(), stopped]);
    if (running) {
      await stopped;
      await running.close();
    }
  } finally {
    await connection.stop();
  }
  process.exit(0);
}

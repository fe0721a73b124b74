import type { Connection } from "~/platform/db/connection.server.ts";
import type { Running } from "../server/serve.ts";

/**
 * Connects, runs until Ctrl-C or a stop signal, then closes the pages, the jobs and the database, in that order.
 * Signals are heard from the first moment, so that a database that is just starting is stopped as well.
 * @throws OperatorError when the database died for good.
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
  const lost = connection.lost.then((problem) => Promise.reject(problem));
  try {
    const running = await Promise.race([start(connection), stopped, lost]);
    if (running) {
      await Promise.race([stopped, lost]);
      await running.close();
    }
  } finally {
    await connection.stop();
  }
  process.exit(0);
}

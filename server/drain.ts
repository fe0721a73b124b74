import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Longer than any page or download takes; what is still going on then is cut. */
const FINISH_WITHIN_MS = 30_000;

type Drain = {
  /** How long new connections are still taken, for a load balancer that has yet to hear that this one is stopping. */
  acceptSeconds: number;
};

/** Stops taking work and lets what is going on finish. */
export async function drain(server: Server, { acceptSeconds }: Drain): Promise<void> {
  // Whoever comes over a connection that is kept open is told not to come again over it.
  server.prependListener("request", (_request, response) =>
    response.setHeader("Connection", "close"),
  );
  if (acceptSeconds > 0) await wait(acceptSeconds * 1_000);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  await closed;
  clearTimeout(cut);
}

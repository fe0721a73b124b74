import { setTimeout as passed } from "node:timers/promises";
import { OperatorError } from "../../errors/operator-error.ts";
import { endPostmaster, type Postmaster, postmasterOf, saysStopping } from "./postmaster.server.ts";
import { isAlive } from "./processes.server.ts";
import { type Cluster, ownerUrl, runningServer } from "./running-server.server.ts";

const LOOK_EVERY_MS = 500;
/** A machine that shuts down tells the server and us at once; then we are the ones to stop it. */
const PATIENCE_WITH_STOPPING_MS = 10_000;
const WAITS_MS = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

type Kept = {
  ownerUrl: string;
  /** Settles when the server died and could not be brought back within about a minute. */
  lost: Promise<OperatorError>;
  stop(): Promise<void>;
};

/**
 * Looks after a running server: when it dies it is started again, on the same port, because connections know that one.
 */
export function keepRunning(
  cluster: Cluster,
  first: Postmaster,
  tell: (words: string) => void,
): Kept {
  const { data } = cluster;
  const { promise: lost, resolve: lose } = Promise.withResolvers<OperatorError>();
  const end = new AbortController();
  let server = first;
  let reviving: Promise<void> | null = null;
  let stoppingSince: number | null = null;

  const revive = async () => {
    let cause: unknown;
    for (const wait of WAITS_MS) {
      await pause(wait, end.signal);
      if (end.signal.aborted) return;
      try {
        server = await runningServer(cluster, first.port);
        tell("The database had stopped by itself. It was started again.");
        return;
      } catch (error) {
        cause = error;
      }
    }
    lose(cannotRevive(cause));
  };

  const look = () => {
    if (reviving !== null) return;
    stoppingSince = saysStopping(data) ? (stoppingSince ?? performance.now()) : null;
    const isGoing =
      stoppingSince !== null && performance.now() - stoppingSince > PATIENCE_WITH_STOPPING_MS;
    if (isAlive(server) && !isGoing) return;
    reviving = revive().finally(() => {
      reviving = null;
    });
  };

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    ownerUrl: ownerUrl(cluster, first.port),
    lost,
    stop: async () => {
      clearInterval(timer);
      end.abort();
      await reviving;
      const left = postmasterOf(data);
      if (left) await endPostmaster(left, data);
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await passed(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function cannotRevive(cause: unknown): OperatorError {
  const words =
    cause instanceof OperatorError ? cause.wayOut : "Its log is in the database's folder.";
  return new OperatorError(
    "The database died and could not be started again, so Twohats has stopped.",
    words,
    {
      cause: cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause,
    },
  );
}

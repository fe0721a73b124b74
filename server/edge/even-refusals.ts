import { setTimeout as wait } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";

/** Longer than it takes to find out that something is not there, or is not to be seen. */
const NO_SOONER_MS = 40;
const MEANT = new Set([404, 410]);

/**
 * "Not here" never comes sooner than a fixed time after it was asked: otherwise what exists but may not be seen, which
 * takes a look into the database, could be told from what does not exist.
 */
export function evenRefusals(): MiddlewareHandler {
  return async (c, next) => {
    const asked = performance.now();
    await next();
    const left = NO_SOONER_MS - (performance.now() - asked);
    if (MEANT.has(c.res.status) && left > 0) await wait(left);
  };
}

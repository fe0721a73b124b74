import type { MiddlewareHandler } from "hono";
import { notice } from "./notice.ts";

/** Where people reach this server. `given` when the operator said so; otherwise the address it listens on. */
export type PublicAddress = { publicUrl: string; given: boolean };

/**
 * The origin a request is for. What the operator said counts: behind a TLS proxy the request itself only knows http.
 * Where nothing was said, a machine of one's own is reached by several names, so the one that was asked for counts.
 */
export function originOf(request: Request, { publicUrl, given }: PublicAddress): string {
  return given ? new URL(publicUrl).origin : new URL(request.url).origin;
}

/**
 * Refuses what another site made a browser send. Every browser names the origin of a form or fetch that changes
 * something; what names none and does not say that it is of the same origin is refused as well.
 */
export function onlyFromOurPages(address: PublicAddress): MiddlewareHandler {
  return async (c, next) => {
    const named = c.req.header("origin");
    const own =
      named === undefined || named === "null"
        ? c.req.header("sec-fetch-site") === "same-origin"
        : named === originOf(c.req.raw, address);
    return own ? next() : notice("foreign");
  };
}

import type { RouterContextProvider } from "react-router";
import { requestContext } from "~/platform/context.server.ts";

/**
 * Where a form comes from: a network address, which is never stored and may not be known, and the browser's cookies.
 */
export type Visitor = { client: string | null; cookies: string | null };

export function visitorOf(context: Readonly<RouterContextProvider>, request: Request): Visitor {
  return { client: context.get(requestContext).client, cookies: request.headers.get("cookie") };
}

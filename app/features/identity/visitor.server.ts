import type { RouterContextProvider } from "react-router";
import { requestContext } from "~/platform/context.server.ts";
import { deviceName } from "./sessions/device-name.ts";

/**
 * Where a form comes from: a network address, which is never stored and may not be known, and the browser's cookies.
 */
export type Visitor = {
  client: string | null;
  cookies: string | null;
  /** What they come with (`deviceName`), where that is known. */
  device?: string | null;
};

export function visitorOf(context: Readonly<RouterContextProvider>, request: Request): Visitor {
  const { headers } = request;
  return {
    client: context.get(requestContext).client,
    cookies: headers.get("cookie"),
    device: deviceName(headers.get("user-agent")),
  };
}

import { createContext, type RouterContextProvider } from "react-router";
import type { Platform } from "./platform.server.ts";

export type RequestFacts = {
  requestId: string;
  nonce: string;
  gallery: boolean;
  /**
   * The network address of whoever asks; null when it can't be told. For limiting tries: neither stored nor logged as
   * it is.
   */
  client: string | null;
  /** Tells what failed, for the log and for the answer's status. */
  noteFault(error: unknown): void;
};

export const platformContext = createContext<Platform>();
export const requestContext = createContext<RequestFacts>();

/** The platform, in a loader or action. */
export function getPlatform(context: Readonly<RouterContextProvider>): Platform {
  return context.get(platformContext);
}

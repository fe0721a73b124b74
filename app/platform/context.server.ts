import { createContext, type RouterContextProvider } from "react-router";
import type { Platform } from "./platform.server.ts";

export type RequestFacts = {
  requestId: string;
  nonce: string;
  gallery: boolean;
  /** The network address the request comes from. It is for limiting tries, and is neither stored nor logged. */
  client: string;
};

export const platformContext = createContext<Platform>();
export const requestContext = createContext<RequestFacts>();

/** The platform, in a loader or action. */
export function getPlatform(context: Readonly<RouterContextProvider>): Platform {
  return context.get(platformContext);
}

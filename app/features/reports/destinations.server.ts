import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { DestinationShown } from "~/platform/feature/destination.ts";

/** Where a chosen focus can go on to; given by whoever knows all features. */
export const destinationsContext =
  createContext<(actor: Actor, of: "focus") => Promise<DestinationShown[]>>();

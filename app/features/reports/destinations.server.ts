import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { Destination, DestinationShown } from "~/platform/feature/destination.ts";

/** Where something that is shown can go on to; given by whoever knows all features. */
export const destinationsContext =
  createContext<(actor: Actor, of: Destination<Actor>["of"]) => Promise<DestinationShown[]>>();

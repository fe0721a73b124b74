import { type Actor, isLimited } from "~/features/identity/index.ts";

/** Some round, for abilities. */
export const A_ROUND = "a round";

/** An actor as they are to a round in which nobody takes part but people of their units: for abilities. */
export function asLetInto(actor: Actor): Actor {
  return isLimited(actor) ? { ...actor, letInto: A_ROUND } : actor;
}

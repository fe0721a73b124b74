import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closerOf } from "../asking/close-asked.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { changeAway } from "./change-away.server.ts";

/** Stops taking answers; what may be read of them is decided in the background at once. */
export const closeAway = closerOf(changeAway, ({ jobs }, tx, { organisationId, id }) =>
  jobs.enqueue(tx, "tell-away", [{ organisationId, roundId: id }]),
);

/** Closes those whose last day has ended. @returns how many were closed. */
export function closeDueAway(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "away", closeAway);
}

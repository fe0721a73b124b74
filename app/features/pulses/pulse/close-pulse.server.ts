import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closerOf } from "../asking/close-asked.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { changePulse } from "./change-pulse.server.ts";

/** Stops taking answers of a pulse; what was said is counted in the background at once. */
export const closePulse = closerOf(changePulse, ({ jobs }, tx, { organisationId, id }) =>
  jobs.enqueue(tx, "score-pulse", [{ organisationId, pulseId: id }]),
);

/** Closes the pulses whose last day has ended. @returns how many were closed. */
export function closeDuePulses(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "pulse", closePulse);
}

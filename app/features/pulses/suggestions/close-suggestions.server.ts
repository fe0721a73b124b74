import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closerOf } from "../asking/close-asked.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { changeSuggestions } from "./change-suggestions.server.ts";

/** Stops taking suggestions; what may be read of them is decided in the background at once. */
export const closeSuggestions = closerOf(
  changeSuggestions,
  ({ jobs }, tx, { organisationId, id }) =>
    jobs.enqueue(tx, "tell-suggestions", [{ organisationId, roundId: id }]),
);

/** Closes those whose last day has ended. @returns how many were closed. */
export function closeDueSuggestions(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "suggestion", closeSuggestions);
}

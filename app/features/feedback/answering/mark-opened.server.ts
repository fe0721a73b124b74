import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { setOpened } from "./opened-store.server.ts";

/** Remembers that someone has seen what they are asked; not when. */
export function markOpened(platform: Platform, rater: RaterActor): Promise<void> {
  return inOrganisation(platform, rater, (tx) => setOpened(tx, rater));
}

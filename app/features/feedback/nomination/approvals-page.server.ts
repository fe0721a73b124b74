import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type NominationTasks, nominationTasksOf } from "./approval-reads.server.ts";

/** The lists of others that wait for whoever asks. */
export function approvalsPage(platform: Platform, actor: Actor): Promise<NominationTasks> {
  return inOrganisation(platform, actor, (tx) => nominationTasksOf(tx, actor));
}

import type { Actor } from "~/features/identity/index.ts";
import type { RoundState } from "~/features/rounds/domain/index.ts";
import { requestsOf, storedLetters } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { runningFacts } from "../running/running-reads.server.ts";
import { hasAssignmentFile } from "./assignment-file-store.server.ts";

export type DraftFound = {
  id: string;
  name: string;
  state: RoundState;
  revision: number;
  participants: number;
  /** Who would be asked about whom. */
  requests: number;
  /** Wordings of letters that are its own. */
  letters: number;
  /** A file of assignments waits in it for a decision. */
  file: boolean;
};

/** What would go with a draft; null when there is no such cycle, or it is not for this actor. */
export function draftFound(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<DraftFound | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const view = await cycleView(tx, actor, cycleId);
    const facts = view && (await runningFacts(tx, actor, cycleId));
    if (!view || !facts) return null;
    const key = { organisationId: actor.organisationId, id: cycleId };
    const { id, name, state } = view;
    return {
      ...{ id, name, state, revision: facts.revision },
      participants: (await participantsOf(tx, key)).length,
      requests: (await requestsOf(tx, key)).length,
      letters: (await storedLetters(tx, key)).length,
      file: await hasAssignmentFile(tx, key),
    };
  });
}

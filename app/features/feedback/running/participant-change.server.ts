import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { letInto } from "~/features/rounds/index.server.ts";
import { mayRunRound, mayRunSomeRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { lockParticipant, type ParticipantRow } from "../cycle/participant-store.server.ts";

/**
 * Changes one participant of a cycle that collects answers, with both locked; for HR. Writes the audit record when it
 * is done.
 */
export async function changeParticipant<Result extends { ok: boolean }>(
  platform: Platform,
  actor: Actor,
  participantId: string,
  action: string,
  change: (tx: Tx, found: { participant: ParticipantRow; cycle: CycleRow }) => Promise<Result>,
): Promise<Result | Refusal<"not-allowed" | "unknown" | "not-collecting">> {
  if (!mayRunSomeRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const found = await lockParticipant(tx, actor, participantId);
    if (!found) return refuse("unknown");
    // Whom the round asks about may have changed since they were let into it.
    const asked = await letInto(tx, actor, found.cycle.id);
    if (!mayRunRound(asked, found.cycle.id)) return refuse("unknown");
    if (found.cycle.state !== "collecting") return refuse("not-collecting");
    const result = await change(tx, found);
    if (result.ok)
      await recordAudit(platform, tx, actor, {
        action,
        subjectKind: "participant",
        subjectId: participantId,
      });
    return result;
  });
}

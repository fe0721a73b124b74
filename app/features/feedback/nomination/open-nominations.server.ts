import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { stateAfter } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { nominatorLetters } from "../letters/nominator-letters.server.ts";

/** Lets whoever makes the lists of raters look at the suggestions and change them. */
export async function openNominations(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<
  Outcome<{ told: number }, "not-allowed" | "unknown" | "not-draft" | "no-participants" | "no-date">
> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "open-nominations");
    if (!state) return refuse("not-draft");
    if (cycle.nominateBy === null) return refuse("no-date");
    const participants = await participantsOf(tx, cycle);
    const letters = await nominatorLetters(platform, tx, cycle, participants);
    // HR makes the lists itself and needs no letter; anyone else has to be reached.
    const told = cycle.nominatedBy === "hr" ? participants.length : letters.length;
    if (told === 0) return refuse("no-participants");
    await queueMessages(platform, tx, cycle, letters);
    await updateCycle(tx, cycle, { state });
    await recordAudit(platform, tx, actor, {
      action: "cycle.nominations-opened",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return accept({ told: letters.length });
  });
}

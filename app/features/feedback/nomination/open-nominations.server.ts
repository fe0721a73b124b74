import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { nominatorLetters } from "../letters/nominator-letters.server.ts";

/** Lets whoever makes the lists of raters look at the suggestions and change them. */
export function openNominations(platform: Platform, actor: Actor, cycleId: string) {
  const change = {
    may: mayRunRound,
    from: "open-nominations",
    late: "not-draft",
    did: "nominations-opened",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (cycle.nominateBy === null) return refuse("no-date");
    const participants = await participantsOf(tx, cycle);
    const letters = await nominatorLetters(platform, tx, cycle, participants);
    // HR makes the lists itself and needs no letter; anyone else has to be reached.
    const told = cycle.nominatedBy === "hr" ? participants.length : letters.length;
    if (told === 0) return refuse("no-participants");
    await queueMessages(platform, tx, cycle, letters);
    return { ok: true, value: { told: letters.length } };
  });
}

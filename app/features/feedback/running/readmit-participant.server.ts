import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import {
  askAgainAbout,
  invitationFor,
  requestLoad,
  sendInvitations,
  updateSubject,
} from "~/features/rounds/index.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeParticipant } from "./participant-change.server.ts";

/**
 * Brings a participant back who was withdrawn: whoever was asked about them then is asked again, and told by letter.
 * The answers that were there are gone.
 */
export function readmitParticipant(
  platform: Platform,
  actor: Actor,
  participantId: string,
): Promise<
  Outcome<{ asked: number }, "not-allowed" | "unknown" | "not-collecting" | "not-withdrawn">
> {
  return changeParticipant(
    platform,
    actor,
    participantId,
    "participant.readmitted",
    async (tx, { participant, cycle }) => {
      if (!participant.withdrawn) return refuse("not-withdrawn");
      await updateSubject(tx, actor, participant.id, { withdrawn: false });
      const personIds = await askAgainAbout(tx, participant);
      const load = await requestLoad(tx, cycle, cycle.id, personIds);
      const guests = [];
      for (const { id, name, email, language, status } of await peopleByIds(tx, cycle, personIds)) {
        if (!email || status !== "active") continue;
        const invitationId = await invitationFor(tx, cycle, id, platform.clock.now());
        const requests = Math.max(1, load.get(id)?.here ?? 0);
        guests.push({ invitationId, name, address: email, language, requests });
      }
      await sendInvitations(platform, tx, cycle, guests);
      return accept({ asked: personIds.length });
    },
  );
}

import type { Actor } from "~/features/identity/index.ts";
import type { ListShape } from "~/features/rounds/domain/index.ts";
import { type GroupProgress, groupsOf, storedShape } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { isNominationState, type NominationState } from "../domain/nomination.ts";
import { participantsIn } from "./participation-reads.server.ts";

export type ParticipantProgress = {
  id: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  nomination: NominationState;
  list: ListShape;
  /**
   * Requests by relationship, how many of them count towards a minimum by how they came onto the list, and how many
   * were answered. After closing only the requests remain.
   */
  groups: Omit<GroupProgress, "subjectId">[];
};

/** Who takes part and how far their raters are: counts, never an answer. HR only. */
export async function participantProgress(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<ParticipantProgress[]> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return [];
  const participants = await participantsIn(tx, actor)
    .where("subject.roundId", "=", cycleId)
    .select(["subject.id", "subject.personId", "subject.name", "subject.jobTitle"])
    .select(["subject.department", "subject.list", "participant.nomination"])
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
  const groups = Map.groupBy(await groupsOf(tx, actor, cycleId), (group) => group.subjectId);
  return participants.map((participant) => ({
    ...participant,
    nomination: isNominationState(participant.nomination) ? participant.nomination : "open",
    list: storedShape(participant.list),
    groups: (groups.get(participant.id) ?? []).map(({ subjectId: _, ...group }) => group),
  }));
}

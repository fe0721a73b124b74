import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { lentRequests, withinReach } from "~/features/rounds/lent-reads.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { participantsWithCycles } from "../cycle/participation-reads.server.ts";
import {
  approvedOn,
  approverOf,
  isHandedIn,
  nominatorOf,
  waitsForApproval,
} from "../domain/nomination.ts";
import { nominationFacts } from "../lists/nomination-facts.ts";

export type NominationTask = {
  participantId: string;
  name: string;
  jobTitle: string | null;
  cycleId: string;
  cycleName: string;
  /** People on the list besides the participant. */
  raters: number;
  nominateBy: string | null;
  /**
   * The day from which the list counts as approved; null while it is not handed in, or where it never does by itself.
   */
  approvedOn: string | null;
  returned: boolean;
};

export type NominationTasks = { toApprove: NominationTask[]; toNominate: NominationTask[] };

/**
 * Other people's lists that wait for this actor: those to agree to, as their manager or as HR, and those to make as
 * their manager. Lists HR makes belong to the pages of the cycle.
 */
export async function nominationTasksOf(tx: Tx, actor: Actor): Promise<NominationTasks> {
  const { personId } = actor;
  const hr = mayRunSomeRounds(actor);
  if (!personId && !hr) return { toApprove: [], toNominate: [] };
  const rows = await participantsWithCycles(tx, actor)
    .where("subject.withdrawn", "=", false)
    .where("round.state", "=", "nominating")
    .where((eb) =>
      eb.or([
        ...(personId ? [eb("subject.managerId", "=", personId)] : []),
        ...(hr
          ? [
              eb.and([
                eb("participant.nomination", "=", "submitted"),
                eb("cycle.approvedBy", "!=", "nobody"),
                withinReach(actor),
              ]),
            ]
          : []),
      ]),
    )
    .select(["subject.id", "subject.personId", "subject.name", "subject.jobTitle"])
    .select(["subject.managerId", "participant.nomination", "subject.withdrawn"])
    .select(["participant.nominatedAt", "subject.roundId", "round.name as cycleName"])
    .select(["round.state", "round.paused", "cycle.nominatedBy", "cycle.approvedBy"])
    .select(["cycle.nominateBy", "cycle.approveAfterDays"])
    .select((eb) =>
      eb
        .selectFrom(lentRequests(actor))
        .whereRef("request.subjectId", "=", "subject.id")
        .where("request.relationship", "!=", "self")
        .select(eb.fn.countAll<number>().as("n"))
        .as("raters"),
    )
    .orderBy("cycle.nominateBy")
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
  const zone = await organisationZone(tx, actor);
  const tasks: NominationTasks = { toApprove: [], toNominate: [] };
  for (const row of rows) {
    const facts = nominationFacts(row, row);
    const own = personId !== null && row.managerId === personId;
    const approver = approverOf(facts);
    const task: NominationTask = {
      participantId: row.id,
      name: row.name,
      jobTitle: row.jobTitle,
      cycleId: row.roundId,
      cycleName: row.cycleName,
      raters: Number(row.raters),
      nominateBy: row.nominateBy,
      approvedOn: approvedOn(
        row.nominatedAt && dateIn(zone, row.nominatedAt),
        row.approveAfterDays,
      ),
      returned: facts.nomination === "returned",
    };
    if (waitsForApproval(facts) && (approver === "manager" ? own : hr)) tasks.toApprove.push(task);
    if (own && nominatorOf(facts) === "manager" && !isHandedIn(facts.nomination))
      tasks.toNominate.push(task);
  }
  return tasks;
}

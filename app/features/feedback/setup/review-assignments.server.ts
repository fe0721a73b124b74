import type { Actor } from "~/features/identity/index.ts";
import type {
  Question,
  ReadingAnswers,
  SourceNote,
} from "~/features/people-import/domain/index.ts";
import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import type { BadRow } from "../domain/assignment-plan.ts";
import { pendingAssignmentFile } from "./assignment-file-store.server.ts";
import { planAssignmentRows } from "./plan-assignments.server.ts";
import { readAssignmentFile } from "./read-assignment-file.server.ts";

export type AssignmentsReview = {
  fileName: string;
  rows: number;
  /** Participants the file names, and how many of them are new to the cycle. */
  participants: number;
  newcomers: number;
  raters: { relationship: Relationship; count: number }[];
  /** Addresses nobody here has; added as people from outside if that is ticked. */
  outsiders: number;
  addOutsiders: boolean;
  bad: BadRow[];
  /** What must be answered before it can be confirmed, what was, and how the file was read. */
  questions: Question[];
  answers: ReadingAnswers;
  source: SourceNote[];
};

/** What an uploaded file would change, before anything is. Gone when it waits no longer, or is not for this actor. */
export async function reviewAssignments(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  fileId: string,
  addOutsiders: boolean,
  answers: ReadingAnswers = {},
): Promise<Outcome<AssignmentsReview, "gone" | "busy">> {
  if (!mayRunRounds(actor)) return refuse("gone");
  const read = await readAssignmentFile(platform, actor, cycleId, fileId, answers);
  if (!read.ok) return read;
  return inOrganisation(platform, actor, async (tx) => {
    const key = { organisationId: actor.organisationId, id: cycleId };
    const cycle = await cycleView(tx, actor, cycleId);
    const file = await pendingAssignmentFile(tx, key, fileId);
    if (!cycle || !file) return refuse("gone");
    const { kind } = cycle;
    const plan = await planAssignmentRows(tx, actor, read.value.rows, { kind, addOutsiders });
    const present = new Set((await participantsOf(tx, key)).map(({ personId }) => personId));
    const planned = [...plan.participants.values()].flat();
    return accept({
      fileName: file.fileName,
      rows: plan.rows,
      participants: plan.participants.size,
      newcomers: [...plan.participants.keys()].filter((id) => !present.has(id)).length,
      raters: relationships
        .map((relationship) => ({
          relationship,
          count: planned.filter((each) => each.relationship === relationship).length,
        }))
        .filter(({ count }) => count > 0),
      outsiders: plan.outsiders,
      addOutsiders,
      bad: plan.bad,
      questions: read.value.questions,
      answers,
      source: read.value.source,
    });
  });
}

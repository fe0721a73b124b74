import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { countingEvidence } from "../domain/counting-evidence.ts";
import { type EvidenceFor, forOneself } from "../domain/evidence.ts";
import type { Purpose } from "../domain/purpose.ts";
import {
  commentsOnEvidence,
  type EvidenceComment,
  evidenceOfPerson,
  ownEvidence,
} from "../ledger/evidence-reads.server.ts";
import type { RecordedEvidence } from "../ledger/evidence-store.server.ts";
import { mayWithdraw } from "../policy.ts";
import type { PersonWithLevels } from "../reach/level-reach.server.ts";

export type ShownEvidence = Pick<
  RecordedEvidence,
  "id" | "source" | "level" | "saidOn" | "expiresOn" | "title" | "words" | "purposes"
> & {
  /** Who said it, or who wrote it down. */
  by: string | null;
  withdrawn: { on: string; because: string } | null;
  /** Whether the level rests on it. */
  counts: boolean;
  hasExpired: boolean;
  comments: Omit<EvidenceComment, "evidenceId">[];
  mayWithdraw: boolean;
};

/** Evidence as it was read on the page of one person. */
export type ReadEvidence = RecordedEvidence & EvidenceFor<Purpose>;

/** What an actor reads on the page of one person: about themselves all, about others what was given for staffing. */
export async function readEvidence(
  tx: Tx,
  actor: Actor,
  person: PersonWithLevels,
): Promise<ReadEvidence[]> {
  return actor.personId === person.id
    ? forOneself(await ownEvidence(tx, actor))
    : evidenceOfPerson(tx, actor, person, { purpose: "staffing" });
}

/** How each of a person's pieces of evidence is shown to an actor who may read all of these. */
export async function shownEvidence(
  tx: Tx,
  actor: Actor,
  person: PersonWithLevels,
  evidence: readonly ReadEvidence[],
  today: string,
): Promise<(each: ReadEvidence) => ShownEvidence> {
  const byCompetency = Map.groupBy(evidence, ({ framework, competency }) =>
    JSON.stringify([framework, competency]),
  );
  const counting = new Set(
    [...byCompetency.values()].flatMap((own) => countingEvidence(own, today)).map(({ id }) => id),
  );
  const comments = Map.groupBy(
    await commentsOnEvidence(tx, actor, evidence),
    ({ evidenceId }) => evidenceId,
  );
  const people = evidence.flatMap(({ saidBy, recordedBy }) => saidBy ?? recordedBy ?? []);
  const names = await namesOfPeople(tx, actor, [...new Set(people)]);
  return (each) => {
    const { id, source, level, saidOn, expiresOn, title, words, purposes } = each;
    const { withdrawnOn, withdrawnBecause } = each;
    return {
      ...{ id, source, level, saidOn, expiresOn, title, words, purposes },
      by: names.get(each.saidBy ?? each.recordedBy ?? "") ?? null,
      withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, because: withdrawnBecause ?? "" },
      counts: counting.has(id),
      hasExpired: expiresOn !== null && expiresOn < today,
      comments: (comments.get(id) ?? []).map(({ evidenceId: _, ...comment }) => comment),
      mayWithdraw: withdrawnOn === null && mayWithdraw(actor, person.levelsOf, each),
    };
  };
}

import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type EvidenceFor, forPurpose } from "../domain/evidence.ts";
import type { Purpose } from "../domain/purpose.ts";
import { mayReadLevelsOf, mayReadOwnLevels } from "../policy.ts";
import { type PersonWithLevels, peopleToRead } from "../reach/level-reach.server.ts";
import { evidenceRows, type RecordedEvidence, recordedEvidence } from "./evidence-store.server.ts";

/** Every piece of evidence about whoever asks, whatever it was given for, taken back or not; the oldest first. */
export async function ownEvidence(tx: Tx, actor: Actor): Promise<RecordedEvidence[]> {
  const { personId } = actor;
  if (!mayReadOwnLevels(actor) || personId === null) return [];
  const rows = await evidenceRows(tx, actor).where("evidence.personId", "=", personId).execute();
  return rows.map(recordedEvidence);
}

/**
 * Evidence about people that an actor may read, as far as it was given for a purpose; of others nothing. `people` are
 * some of those whom `peopleToRead` names, everybody unless told.
 */
export async function evidenceAbout<P extends Purpose>(
  tx: Tx,
  actor: Actor,
  { purpose, framework, people }: { purpose: P; framework?: string; people?: readonly string[] },
): Promise<(RecordedEvidence & EvidenceFor<P>)[]> {
  const readable = new Set((await peopleToRead(tx, actor)).map(({ id }) => id));
  const wanted = people ? people.filter((id) => readable.has(id)) : [...readable];
  if (wanted.length === 0) return [];
  const rows = await evidenceRows(tx, actor)
    .where("evidence.personId", "=", sql<string>`ANY(${wanted}::uuid[])`)
    .where("evidence.purposes", "@>", sql<string[]>`ARRAY[${purpose}]`)
    .$if(framework !== undefined, (query) =>
      query.where("evidence.framework", "=", framework ?? ""),
    )
    .execute();
  return forPurpose(rows.map(recordedEvidence), purpose);
}

/**
 * The same of one person whom an actor reads about, without looking at whom else they may read; nothing of somebody
 * they may not.
 */
export async function evidenceOfPerson<P extends Purpose>(
  tx: Tx,
  actor: Actor,
  { levelsOf }: PersonWithLevels,
  { purpose, framework }: { purpose: P; framework?: string },
): Promise<(RecordedEvidence & EvidenceFor<P>)[]> {
  if (!mayReadLevelsOf(actor, levelsOf)) return [];
  const rows = await evidenceRows(tx, actor)
    .where("evidence.personId", "=", levelsOf.personId)
    .$if(framework !== undefined, (query) =>
      query.where("evidence.framework", "=", framework ?? ""),
    )
    .execute();
  return forPurpose(rows.map(recordedEvidence), purpose);
}

export type EvidenceComment = { id: string; evidenceId: string; words: string; saidOn: string };

/** What people had to say to these pieces of evidence, the oldest first; for whoever was given those to read. */
export async function commentsOnEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  evidence: readonly RecordedEvidence[],
): Promise<EvidenceComment[]> {
  if (evidence.length === 0) return [];
  return tx
    .selectFrom("evidenceComment")
    .where("organisationId", "=", organisationId)
    .where("evidenceId", "=", sql<string>`ANY(${evidence.map(({ id }) => id)}::uuid[])`)
    .select(["id", "evidenceId", "words", "saidOn"])
    .orderBy("id")
    .execute();
}

/**
 * What a certificate or test that somebody has anew takes the place of: those of the same name for the same competency
 * that were said by then and nobody took back, with the last of their days.
 */
export async function renewedEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  of: {
    personId: string;
    framework: string;
    competency: string;
    source: string;
    title: string;
    saidOn: string;
  },
): Promise<{ id: string; expiresOn: string | null }[]> {
  return evidenceRows(tx, { organisationId })
    .where("evidence.personId", "=", of.personId)
    .where("evidence.framework", "=", of.framework)
    .where("evidence.competency", "=", of.competency)
    .where("evidence.source", "=", of.source)
    .where("evidence.saidOn", "<=", of.saidOn)
    .where(sql<boolean>`lower(evidence.title) = lower(${of.title})`)
    .where("evidenceWithdrawal.withdrawnOn", "is", null)
    .execute();
}

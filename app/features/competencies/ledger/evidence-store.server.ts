import { type Insertable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Evidence as EvidenceTable } from "~/platform/db/schema.gen.ts";
import { type Evidence, evidenceSources, nameOfEvidence } from "../domain/evidence.ts";
import { isPurpose } from "../domain/purpose.ts";

export type NewEvidence = Omit<Insertable<EvidenceTable>, "organisationId" | "erasedVoice">;

/** Who said and who wrote down something, with what they wrote. */
export type Recorded = {
  saidBy: string | null;
  recordedBy: string | null;
  title: string;
  words: string;
};

const ROWS_AT_ONCE = 1_000;

export async function insertEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  evidence: readonly NewEvidence[],
): Promise<void> {
  for (let at = 0; at < evidence.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto("evidence")
      .values(evidence.slice(at, at + ROWS_AT_ONCE).map((row) => ({ organisationId, ...row })))
      .execute();
}

/** All evidence of an organisation, to be narrowed down, with whether it was taken back. */
export function evidenceRows(tx: Tx, { organisationId }: OrganisationScope) {
  return tx
    .selectFrom("evidence")
    .leftJoin("evidenceWithdrawal", (join) =>
      join
        .on("evidenceWithdrawal.organisationId", "=", organisationId)
        .onRef("evidenceWithdrawal.evidenceId", "=", "evidence.id"),
    )
    .where("evidence.organisationId", "=", organisationId)
    .select(["evidence.id", "evidence.personId", "evidence.framework", "evidence.version"])
    .select(["evidence.competency", "evidence.source", "evidence.saidOn", "evidence.expiresOn"])
    .select(["evidence.purposes", "evidence.saidBy", "evidence.recordedBy", "evidence.replaces"])
    .select(["evidence.erasedVoice", "evidence.title", "evidence.words"])
    .select(["evidenceWithdrawal.withdrawnOn", "evidenceWithdrawal.reason as withdrawnBecause"])
    .select([
      sql<number>`evidence.level::float8`.as("level"),
      sql<number | null>`evidence.spread::float8`.as("spread"),
    ])
    .orderBy("evidence.id");
}

type Row = Awaited<ReturnType<ReturnType<typeof evidenceRows>["execute"]>>[number];

export type RecordedEvidence = Evidence & Recorded & { withdrawnBecause: string | null };

/** A row as the domain knows it. */
export function recordedEvidence({ erasedVoice, ...row }: Row): RecordedEvidence {
  const source = evidenceSources.find((each) => each === row.source);
  if (!source) throw new Error(`unknown source of evidence ${row.source}`);
  const purposes = row.purposes.filter(isPurpose);
  const name = nameOfEvidence(source, row.title);
  return { ...row, source, purposes, name, voice: row.saidBy ?? erasedVoice };
}

/** Lets evidence about one person be recorded by one at a time, until the transaction ends. */
export async function aloneInRecording(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `evidence of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The same said already by whoever says it now, on the same day and in the same words, and not taken back; or null. */
export async function saidAlready(
  tx: Tx,
  scope: OrganisationScope,
  said: Pick<
    NewEvidence,
    | ("personId" | "framework" | "version" | "competency" | "source" | "level" | "saidOn")
    | ("title" | "words" | "recordedBy")
  > & { purposes: readonly string[] },
): Promise<string | null> {
  const row = await evidenceRows(tx, scope)
    .where("evidence.personId", "=", said.personId)
    .where("evidence.framework", "=", said.framework)
    .where("evidence.competency", "=", said.competency)
    .where("evidence.version", "=", said.version)
    .where("evidence.source", "=", said.source)
    .where(sql<boolean>`evidence.level = ${said.level}::numeric`)
    .where("evidence.saidOn", "=", said.saidOn)
    .where("evidence.title", "=", said.title ?? "")
    .where("evidence.words", "=", said.words ?? "")
    .where("evidence.recordedBy", "is not distinct from", said.recordedBy ?? null)
    .where(sql<boolean>`evidence.purposes = ${said.purposes}::text[]`)
    .where("evidenceWithdrawal.withdrawnOn", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A piece of evidence, held until the transaction ends, so that nobody takes it back meanwhile. */
export async function lockEvidence(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<RecordedEvidence | null> {
  await tx
    .selectFrom("evidence")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select("id")
    .forUpdate()
    .executeTakeFirst();
  const row = await evidenceRows(tx, scope).where("evidence.id", "=", id).executeTakeFirst();
  return row ? recordedEvidence(row) : null;
}

export async function insertWithdrawal(
  tx: Tx,
  { organisationId }: OrganisationScope,
  withdrawal: {
    evidenceId: string;
    withdrawnOn: string;
    withdrawnBy: string | null;
    reason: string;
  },
): Promise<void> {
  await tx
    .insertInto("evidenceWithdrawal")
    .values({ organisationId, ...withdrawal })
    .execute();
}

export async function insertComment(
  tx: Tx,
  { organisationId }: OrganisationScope,
  comment: { id: string; evidenceId: string; words: string; saidOn: string },
): Promise<void> {
  await tx
    .insertInto("evidenceComment")
    .values({ organisationId, ...comment })
    .execute();
}

import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import {
  type Evidence,
  type EvidenceFor,
  evidenceSources,
  forPurpose,
  nameOfEvidence,
} from "../domain/evidence.ts";
import type { Purpose } from "../domain/purpose.ts";

type Asked<P extends Purpose> = { framework: string; purpose: P };

/**
 * What the evidence about each person amounts to, as one number that changes when any of it that counts for a level
 * does: by person, nobody of whom there is none. Says nothing itself, so it takes no actor.
 */
export async function evidenceStamps<P extends Purpose>(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { framework, purpose }: Asked<P>,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ personId: string; stamp: string }>`
    SELECT e.person_id AS "personId",
           count(*) || ' ' || sum(uuid_hash_extended(e.id,
             coalesce(uuid_hash_extended(e.said_by, 1), uuid_hash_extended(e.erased_voice, 2), 0) # coalesce(w.day, 0))) AS stamp
      FROM evidence e
      LEFT JOIN (SELECT evidence_id, (withdrawn_on - DATE '1900-01-01')::int8 AS day FROM evidence_withdrawal
                  WHERE organisation_id = ${organisationId}::uuid) w ON w.evidence_id = e.id
     WHERE e.organisation_id = ${organisationId}::uuid AND e.framework = ${framework}
       AND e.purposes @> ARRAY[${purpose}]::text[]
     GROUP BY e.person_id`.execute(tx.withoutPlugins());
  return new Map(rows.map(({ personId, stamp }) => [personId, stamp]));
}

type Row = Omit<Evidence, "framework" | "purposes" | "replaces" | "source" | "name"> & {
  source: string;
  title: string;
  replaces: string[] | null;
};

/**
 * What a level rests on, of these people: no words, no names. For whoever found out first that an actor may read them
 * (`peopleToRead`); what is made of it goes to no other.
 */
export async function evidenceOfPeople<P extends Purpose>(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { framework, purpose }: Asked<P>,
  people: readonly string[],
): Promise<EvidenceFor<P>[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT e.id, e.person_id AS "personId", e.version, e.competency, e.source, e.level::float8 AS level,
           e.spread::float8 AS spread, e.said_on AS "saidOn", e.expires_on AS "expiresOn",
           coalesce(e.said_by, e.erased_voice) AS voice, nullif(e.replaces, '{}') AS replaces, e.title,
           w.withdrawn_on AS "withdrawnOn"
      FROM evidence e
      LEFT JOIN evidence_withdrawal w ON w.organisation_id = ${organisationId}::uuid AND w.evidence_id = e.id
     WHERE e.organisation_id = ${organisationId}::uuid AND e.framework = ${framework}
       AND e.purposes @> ARRAY[${purpose}]::text[] AND e.person_id = ANY(${people}::uuid[])`.execute(
    tx.withoutPlugins(),
  );
  const given = { framework, purposes: [purpose] };
  return forPurpose(
    rows.map((row) => evidenceFrom(row, given)),
    purpose,
  );
}

const NONE: readonly string[] = [];

/** Written out field by field: of hundreds of thousands, copying what is left over takes longer than reading them. */
function evidenceFrom(
  row: Row,
  { framework, purposes }: Pick<Evidence, "framework" | "purposes">,
): Evidence {
  const { id, personId, version, competency, level, spread, saidOn, expiresOn, voice } = row;
  const source = evidenceSources.find((each) => each === row.source);
  if (!source) throw new Error(`unknown source of evidence ${row.source}`);
  return {
    id,
    personId,
    framework,
    version,
    competency,
    source,
    level,
    spread,
    saidOn,
    expiresOn,
    purposes,
    voice,
    name: nameOfEvidence(source, row.title),
    replaces: row.replaces ?? NONE,
    withdrawnOn: row.withdrawnOn,
  };
}

import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * Whether a `response` is about a subject, or in a round about nobody: by what the database keeps one response of each
 * device apart by.
 */
export function isAbout(about: { roundId: string; subjectId: string | null }): RawBuilder<SqlBool> {
  return about.subjectId === null
    ? sql<SqlBool>`(round_id = ${about.roundId}::uuid AND subject_id IS NULL)`
    : sql<SqlBool>`subject_id = ${about.subjectId}::uuid`;
}

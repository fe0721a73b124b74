import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Views } from "../../domain/assessments/assessment-readers.ts";
import { isPart, type Part, type Placements } from "../../domain/assessments/placement.ts";

export type Sheet = {
  id: string;
  subjectId: string;
  part: Part;
  authorId: string | null;
  levels: Placements;
  revision: number;
  sentOn: string | null;
};

function sheetRows(tx: Tx, { organisationId }: OrganisationScope) {
  return tx
    .selectFrom("assessmentSheet")
    .where("organisationId", "=", organisationId)
    .select(["id", "subjectId", "part", "authorId", "levels", "revision", "sentOn"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof sheetRows>["execute"]>>[number];

function sheetOf({ part, levels, ...row }: Row): Sheet {
  if (!isPart(part)) throw new Error(`unknown part of an assessment ${part}`);
  return { ...row, part, levels: levels as Placements };
}

const ORDER: readonly Part[] = ["self", "manager", "second"];

/** All sheets about some subjects, by subject, the person's own first. */
export async function sheetsAbout(
  tx: Tx,
  scope: OrganisationScope,
  subjectIds: readonly string[],
): Promise<Map<string, Sheet[]>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await sheetRows(tx, scope)
    .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .execute();
  const sheets = rows.map(sheetOf);
  sheets.sort((one, other) => ORDER.indexOf(one.part) - ORDER.indexOf(other.part));
  return Map.groupBy(sheets, ({ subjectId }) => subjectId);
}

/** What somebody writes, about themselves and others. */
export async function sheetsBy(
  tx: Tx,
  scope: OrganisationScope,
  authorId: string,
): Promise<Sheet[]> {
  const rows = await sheetRows(tx, scope).where("authorId", "=", authorId).orderBy("id").execute();
  return rows.map(sheetOf);
}

export async function sheetById(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<Sheet | null> {
  if (!isId(id)) return null;
  const row = await sheetRows(tx, scope).where("id", "=", id).executeTakeFirst();
  return row ? sheetOf(row) : null;
}

export async function insertSheets(
  tx: Tx,
  { organisationId }: OrganisationScope,
  sheets: readonly { subjectId: string; part: Part; authorId: string }[],
): Promise<void> {
  const rows = sheets.map(({ subjectId, part, authorId }) => ({
    ...{ id: newId(), subject_id: subjectId, part, author_id: authorId },
  }));
  if (rows.length === 0) return;
  await sql`
    INSERT INTO assessment_sheet (organisation_id, id, subject_id, part, author_id)
    SELECT ${organisationId}::uuid, id, subject_id, part, author_id
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (id uuid, subject_id uuid, part text, author_id uuid)`.execute(
    tx,
  );
}

/** Writes a sheet and counts that as a change of it. */
export async function updateSheet(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  { levels, ...changes }: { levels?: Placements; sentOn?: string | null },
): Promise<void> {
  await tx
    .updateTable("assessmentSheet")
    .set((eb) => ({
      ...changes,
      ...(levels ? { levels: JSON.stringify(levels) } : {}),
      revision: eb("revision", "+", 1),
    }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** Takes away what was or was to be written about some subjects; of one part alone where that is named. */
export async function deleteSheets(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectIds: readonly string[],
  part?: Part,
): Promise<void> {
  await tx
    .deleteFrom("assessmentSheet")
    .where("organisationId", "=", organisationId)
    .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .$if(part !== undefined, (query) => query.where("part", "=", part ?? ""))
    .execute();
}

/** What policies ask of the sheets about somebody. */
export function viewsOf(subject: { personId: string }, sheets: readonly Sheet[]): Views {
  return {
    subjectPersonId: subject.personId,
    sheets: sheets.map(({ part, authorId, sentOn }) => ({
      ...{ part, authorId, isSent: sentOn !== null },
    })),
  };
}

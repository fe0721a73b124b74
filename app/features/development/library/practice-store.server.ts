import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import {
  type OwnPractice,
  type PracticeWords,
  practiceLanguages,
} from "../domain/library/own-practice.ts";
import type { Direction } from "../domain/library/practice-library.ts";

/** The practices that an organisation has added for a framework, all of them or one, in the order they were added. */
export async function ownPractices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  framework: string,
  id?: string,
): Promise<OwnPractice[]> {
  if (id !== undefined && !isId(id)) return [];
  const rows = await tx
    .selectFrom("ownPractice")
    .where("organisationId", "=", organisationId)
    .where("framework", "=", framework)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .select(["id", "behaviour", "direction", "revision"])
    .orderBy("id")
    .execute();
  const said = await tx
    .selectFrom("ownPracticeWords")
    .where("organisationId", "=", organisationId)
    .$if(id !== undefined, (query) => query.where("practiceId", "=", id ?? ""))
    .select(["practiceId", "language", "name", "cue", "action", "notice"])
    .execute();
  const byPractice = Map.groupBy(said, ({ practiceId }) => practiceId);
  return rows.map((row) => ({
    ...row,
    framework,
    direction: row.direction as Direction,
    words: Object.fromEntries(
      (byPractice.get(row.id) ?? []).flatMap(({ practiceId: _, language, ...words }) => {
        const known = practiceLanguages.find((each) => each === language);
        return known ? [[known, words satisfies PracticeWords]] : [];
      }),
    ),
  }));
}

/** Keys and ids of what is offered to nobody any more. */
export async function hiddenPractices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  framework: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("hiddenPractice")
    .where("organisationId", "=", organisationId)
    .where("framework", "=", framework)
    .select("practice")
    .execute();
  return new Set(rows.map(({ practice }) => practice));
}

/** Nobody else adds or changes practices of the organisation until the transaction is over. */
export async function lockPractices(tx: Tx, { organisationId }: OrganisationScope): Promise<void> {
  const key = `practices of ${organisationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertPractice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { words: _, ...practice }: OwnPractice,
): Promise<void> {
  await tx
    .insertInto("ownPractice")
    .values({ organisationId, ...practice })
    .execute();
}

/** @returns false where it was saved by somebody else since, and then nothing is changed. */
export async function updatePractice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, direction, revision }: Pick<OwnPractice, "id" | "direction" | "revision">,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("ownPractice")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .set({ direction, revision: revision + 1 })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts these words in the place of those before, whole. */
export async function replaceWords(
  tx: Tx,
  { organisationId }: OrganisationScope,
  practiceId: string,
  words: OwnPractice["words"],
): Promise<void> {
  await tx
    .deleteFrom("ownPracticeWords")
    .where("organisationId", "=", organisationId)
    .where("practiceId", "=", practiceId)
    .execute();
  const rows = Object.entries(words).map(([language, said]) => ({
    ...{ organisationId, practiceId, language },
    ...said,
  }));
  await tx.insertInto("ownPracticeWords").values(rows).execute();
}

/** @returns false where it was so already. */
export async function setHidden(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { framework, practice }: { framework: string; practice: string },
  isHidden: boolean,
): Promise<boolean> {
  if (isHidden) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("hiddenPractice")
      .values({ organisationId, framework, practice })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numDeletedRows } = await tx
    .deleteFrom("hiddenPractice")
    .where("organisationId", "=", organisationId)
    .where("framework", "=", framework)
    .where("practice", "=", practice)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

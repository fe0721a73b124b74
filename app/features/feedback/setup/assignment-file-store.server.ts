import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";

type CycleKey = { organisationId: string; id: string };

/** A file of assignments between upload and confirmation. */
export type AssignmentFile = { id: string; fileName: string };

export async function insertAssignmentFile(
  tx: Tx,
  cycle: CycleKey,
  file: AssignmentFile & { content: Buffer; createdBy: string; createdAt: Date },
): Promise<void> {
  const { organisationId, id: cycleId } = cycle;
  await tx
    .insertInto("assignmentFile")
    .values({ organisationId, cycleId, ...file, state: "uploaded" })
    .execute();
}

/** The file, if it still waits for a decision. With `lock`, nobody else can decide meanwhile. */
export async function pendingAssignmentFile(
  tx: Tx,
  cycle: CycleKey,
  id: string,
  { lock = false } = {},
): Promise<AssignmentFile | null> {
  if (!isId(id) || !isId(cycle.id)) return null;
  const row = await tx
    .selectFrom("assignmentFile")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .select(["id", "fileName"])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? null;
}

/** What a file that still waits for a decision holds. */
export async function assignmentFileContent(
  tx: Tx,
  cycle: CycleKey,
  id: string,
): Promise<Buffer | null> {
  if (!isId(id) || !isId(cycle.id)) return null;
  const row = await tx
    .selectFrom("assignmentFile")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .select("content")
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Ends a cycle's waiting files, one or all, and erases what they hold. */
export async function endAssignmentFiles(
  tx: Tx,
  cycle: CycleKey,
  state: "confirmed" | "discarded",
  id?: string,
): Promise<void> {
  await tx
    .updateTable("assignmentFile")
    .set({ state, content: null })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "uploaded")
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .execute();
}

/** Whether any file waits in a cycle for a decision. */
export async function hasAssignmentFile(tx: Tx, cycle: CycleKey): Promise<boolean> {
  const row = await tx
    .selectFrom("assignmentFile")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "uploaded")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

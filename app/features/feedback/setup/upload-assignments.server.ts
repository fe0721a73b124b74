import type { Actor } from "~/features/identity/index.ts";
import { type FileFault, readPeopleFile } from "~/features/people-import/index.server.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { knownColumns, neededColumns, recogniseColumns } from "../domain/assignment-columns.ts";
import { endAssignmentFiles, insertAssignmentFile } from "./assignment-file-store.server.ts";

export type AssignmentsUpload =
  | { ok: true; value: { fileId: string } }
  | { ok: false; reason: "not-allowed" | "unknown" | "launched" | "outside-units" }
  | { ok: false; reason: FileFault; row?: number }
  /** Columns that no header stands for. */
  | { ok: false; reason: "columns"; missing: string[] };

const LONGEST_NAME = 200;

/**
 * Takes a file of who rates whom in for review. Nothing about the cycle changes; an earlier file that still waits is
 * dropped.
 */
export async function uploadAssignments(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  file: { name: string; content: Buffer },
): Promise<AssignmentsUpload> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const reading = await readPeopleFile(actor, file.content, { known: knownColumns });
  if (!reading.ok) return reading;
  const columns = recogniseColumns(reading.table.header);
  const missing = neededColumns.filter((column) => columns[column] === undefined);
  if (missing.length > 0) return { ok: false, reason: "columns", missing };
  const change = {
    may: mayRunRounds,
    from: isEditable,
    late: "launched",
    did: "assignments-uploaded",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    await endAssignmentFiles(tx, cycle, "discarded");
    const fileId = newId();
    await insertAssignmentFile(tx, cycle, {
      id: fileId,
      fileName: file.name.slice(-LONGEST_NAME) || "–",
      content: file.content,
      createdBy: actor.accountId,
      createdAt: platform.clock.now(),
    });
    return { ok: true, value: { fileId }, detail: { rows: reading.table.rows.length } };
  });
}

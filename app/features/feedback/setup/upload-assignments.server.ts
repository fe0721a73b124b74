import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type FileFault, readPeopleFile } from "~/features/people/index.server.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { neededColumns, recogniseColumns } from "../domain/assignment-columns.ts";
import { endAssignmentFiles, insertAssignmentFile } from "./assignment-file-store.server.ts";

export type AssignmentsUpload =
  | { ok: true; value: { fileId: string } }
  | { ok: false; reason: "not-allowed" | "unknown" | "launched" }
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
  const reading = await readPeopleFile(actor, file.content);
  if (!reading.ok) return reading;
  const columns = recogniseColumns(reading.table.header);
  const missing = neededColumns.filter((column) => columns[column] === undefined);
  if (missing.length > 0) return { ok: false, reason: "columns", missing };
  return inOrganisation(platform, actor, async (tx): Promise<AssignmentsUpload> => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!isEditable(cycle.state)) return refuse("launched");
    await endAssignmentFiles(tx, cycle, "discarded");
    const fileId = newId();
    await insertAssignmentFile(tx, cycle, {
      id: fileId,
      fileName: file.name.slice(-LONGEST_NAME) || "–",
      content: file.content,
      createdBy: actor.accountId,
      createdAt: platform.clock.now(),
    });
    await recordAudit(platform, tx, actor, {
      action: "cycle.assignments-uploaded",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { rows: reading.table.rows.length },
    });
    return accept({ fileId });
  });
}

import type { Actor } from "~/features/identity/index.ts";
import { readPeopleFile } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPassing } from "~/platform/tables/reading-fault.ts";
import { recogniseColumns } from "../domain/assignment-columns.ts";
import { type AssignmentRow, assignmentRows } from "../domain/assignment-plan.ts";
import { assignmentFileContent } from "./assignment-file-store.server.ts";

/**
 * Reads an uploaded file again, while it waits for a decision: outside any transaction, as reading may have to wait for
 * others. What a file holds never changes. @throws when it can't be read any more.
 */
export async function readAssignmentFile(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  fileId: string,
): Promise<Outcome<AssignmentRow[], "gone" | "busy">> {
  const cycle = { organisationId: actor.organisationId, id: cycleId };
  const content = await inOrganisation(platform, actor, (tx) =>
    assignmentFileContent(tx, cycle, fileId),
  );
  if (!content) return refuse("gone");
  const reading = await readPeopleFile(actor, content);
  if (reading.ok) {
    const { header, rows } = reading.table;
    return accept(assignmentRows(rows, recogniseColumns(header)));
  }
  if (isPassing(reading.reason)) return refuse("busy");
  throw new Error(`an uploaded file became unreadable: ${reading.reason}`);
}

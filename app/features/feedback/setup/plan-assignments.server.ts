import type { Actor } from "~/features/identity/index.ts";
import { readPeopleFile } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { peopleByIdentifiers } from "../answering/identifier-reads.server.ts";
import { recogniseColumns } from "../domain/assignment-columns.ts";
import { type AssignmentPlan, assignmentRows, planAssignments } from "../domain/assignment-plan.ts";
import type { CycleKind } from "../domain/cycle-kind.ts";
import { identifierKey } from "../domain/people-list.ts";

/** What a file of assignments would do now. @throws when the file can't be read: that was checked when it was uploaded. */
export async function planAssignmentFile(
  tx: Tx,
  actor: Actor,
  content: Buffer,
  options: { kind: CycleKind; addOutsiders: boolean },
): Promise<AssignmentPlan> {
  const reading = await readPeopleFile(content);
  if (!reading.ok) throw new Error(`an uploaded file became unreadable: ${reading.reason}`);
  const { header, rows } = reading.table;
  const read = assignmentRows(rows, recogniseColumns(header));
  const keys = new Set(
    read.flatMap(({ participant, rater }) => [identifierKey(participant), identifierKey(rater)]),
  );
  return planAssignments(read, await peopleByIdentifiers(tx, actor, [...keys]), options);
}

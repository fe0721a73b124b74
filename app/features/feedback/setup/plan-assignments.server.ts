import type { Actor } from "~/features/identity/index.ts";
import { identifierKey } from "~/features/people/domain/index.ts";
import { peopleByIdentifiers } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import {
  type AssignmentPlan,
  type AssignmentRow,
  planAssignments,
} from "../domain/assignment-plan.ts";
import type { CycleKind } from "../domain/cycle-kind.ts";

/** What the rows of a file of assignments would do now. */
export async function planAssignmentRows(
  tx: Tx,
  actor: Actor,
  rows: AssignmentRow[],
  options: { kind: CycleKind; addOutsiders: boolean },
): Promise<AssignmentPlan> {
  const keys = new Set(
    rows.flatMap(({ participant, rater }) => [identifierKey(participant), identifierKey(rater)]),
  );
  return planAssignments(rows, await peopleByIdentifiers(tx, actor, [...keys]), options);
}

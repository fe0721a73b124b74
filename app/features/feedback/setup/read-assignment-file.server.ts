import type { Actor } from "~/features/identity/index.ts";
import {
  describeSource,
  openQuestions,
  type Question,
  type ReadingAnswers,
  type SourceNote,
} from "~/features/people-import/domain/index.ts";
import { readPeopleFile } from "~/features/people-import/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPassing } from "~/platform/tables/reading-fault.ts";
import { knownColumns, recogniseColumns } from "../domain/assignment-columns.ts";
import { type AssignmentRow, assignmentRows } from "../domain/assignment-plan.ts";
import { assignmentFileContent } from "./assignment-file-store.server.ts";

/** The rows of a file, with what it leaves open and how it was read. */
export type ReadAssignments = {
  rows: AssignmentRow[];
  questions: Question[];
  source: SourceNote[];
};

/**
 * Reads an uploaded file again, while it waits for a decision: outside any transaction, as reading may have to wait for
 * others. What a file holds never changes. @throws when it can't be read any more.
 */
export async function readAssignmentFile(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  fileId: string,
  answers: ReadingAnswers,
): Promise<Outcome<ReadAssignments, "gone" | "busy">> {
  const cycle = { organisationId: actor.organisationId, id: cycleId };
  const content = await inOrganisation(platform, actor, (tx) =>
    assignmentFileContent(tx, cycle, fileId),
  );
  if (!content) return refuse("gone");
  const reading = await readPeopleFile(actor, content, { choices: answers, known: knownColumns });
  if (reading.ok) {
    const { header, rows } = reading.table;
    const { source } = reading;
    const left =
      answers.hiddenRows === "without" ? rows.filter(({ hidden }) => hidden !== true) : rows;
    return accept({
      rows: assignmentRows(left, recogniseColumns(header)),
      // Columns beside those that are known say nothing about who rates whom.
      questions: openQuestions(source, [], answers),
      source: describeSource(source, answers),
    });
  }
  if (isPassing(reading.reason)) return refuse("busy");
  throw new Error(`an uploaded file became unreadable: ${reading.reason}`);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PersonRecord } from "~/features/people/domain/person.ts";
import type { FileSource } from "../domain/file-source.ts";
import type { ImportPlan, PlannedPerson } from "../domain/plan.ts";
import { type ImportRequest, planImport } from "../domain/plan-import.ts";
import { type ImportAnswers, openQuestions, type Question } from "../domain/questions.ts";
import { completeSettings, suggestedSettings } from "../domain/settings.ts";
import { unshownColumns, withoutColumns } from "../domain/unread-columns.ts";
import { readPeopleFile } from "../reading/read-people-file.server.ts";

const FOLDER = join(import.meta.dirname, "../../../../test/fixtures/files/people");

export function caseFile(name: string): Buffer {
  return readFileSync(join(FOLDER, name));
}

type Planned = {
  plan: ImportPlan;
  source: FileSource;
  questions: Question[];
  columns: readonly (string | null)[];
  new: (PlannedPerson["facts"] & Pick<PlannedPerson, "status" | "managerName">)[];
  /** "2 manager-unknown" and the like. */
  problems: string[];
  notes: string[];
};

type Options = {
  existing?: PersonRecord[];
  away?: ImportRequest["away"];
  answers?: ImportAnswers;
  emptyCells?: "keep" | "clear";
};

/** What an import would make of a file, read as an upload is; a refusal by its reason. */
export async function planFile(
  content: Buffer | string,
  { existing = [], away = new Map(), answers = {}, emptyCells = "keep" }: Options = {},
): Promise<Planned | { refused: string } | { faults: string[] }> {
  const reading = await readPeopleFile({ organisationId: "cases" }, Buffer.from(content), {
    choices: answers,
  });
  if (!reading.ok) return { refused: reading.reason };
  const { table: whole, source } = reading;
  const settled = completeSettings(whole, { ...suggestedSettings(whole), answers, emptyCells });
  if (!settled.ok) return { faults: settled.faults.map(({ code }) => code) };
  const { settings, lists, open } = settled;
  const { rows } = withoutColumns(whole, unshownColumns(settings.columns));
  const plan = planImport({ rows, settings, lists, existing, away, today: "2026-06-01" });
  const questions = openQuestions(source, settings.columns, answers, open ? lists : null);
  return {
    plan,
    source,
    questions,
    columns: settings.columns,
    new: plan.new.map(({ facts, status, managerName }) => ({ ...facts, status, managerName })),
    problems: plan.rejected.map(({ row, problems }) => `${row} ${problems.map((p) => p.code)}`),
    notes: plan.notes.map(({ row, code, meant }) => `${row} ${code}${meant ? ` ${meant}` : ""}`),
  };
}

/** The header of the smallest list there is. */
export const HEADER = "Employee ID,Name,Email";

/** Who a plan brings in; what it says instead where there is none. */
export function peopleIn(result: Awaited<ReturnType<typeof planFile>>) {
  return "new" in result ? result.new : result;
}

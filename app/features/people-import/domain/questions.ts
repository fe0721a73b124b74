import { z } from "zod";
import type { ImportField } from "~/features/people/domain/index.ts";
import type { FileSource } from "./file-source.ts";
import { LISTS, type Lists } from "./lists.ts";

/** What a person has said about a file beside what its columns mean. */
export const importAnswers = z.object({
  /** The encoding its text is in. */
  encoding: z.string().max(40).optional(),
  /** The name of the sheet to read. */
  sheet: z.string().max(200).optional(),
  /** Whether rows that the workbook hides are imported. */
  hiddenRows: z.enum(["with", "without"]).optional(),
  /** That the columns without a meaning are left out. */
  ignoreColumns: z.boolean().optional(),
  /** What its rows are about, where that is open. */
  lists: z.enum(LISTS).optional(),
  /** Rows that are accepted although nobody knows their manager. */
  withoutManager: z.union([z.literal("all"), z.array(z.int()).max(50_000)]).optional(),
});

export type ImportAnswers = z.infer<typeof importAnswers>;

/** Of these, what concerns how a file is read, whatever its columns mean. */
export const readingAnswers = importAnswers.pick({ encoding: true, sheet: true, hiddenRows: true });

export type ReadingAnswers = z.infer<typeof readingAnswers>;

/** What must be said before an import may be confirmed. */
export type Question =
  | { code: "encoding"; readings: { encoding: string; words: string[] }[] }
  | { code: "sheet"; sheets: { name: string; hidden: boolean; read: boolean }[] }
  | { code: "hidden-rows"; rows: number[] }
  | { code: "lists"; suggested: Lists }
  | { code: "ignored-columns"; columns: number[] };

/**
 * The questions that a file leaves open, those about reading it first. A column that says why somebody is away is no
 * question: nobody can have it read. @param lists what it lists, where that is open.
 */
export function openQuestions(
  source: FileSource,
  columns: readonly (ImportField | null)[],
  answers: ImportAnswers = {},
  lists: Lists | null = null,
): Question[] {
  const questions: Question[] = [];
  const { encoding, sheets, hiddenRows } = source;
  if (encoding && !encoding.certain && answers.encoding !== encoding.name)
    questions.push({ code: "encoding", readings: encoding.readings });
  const likely = sheets.filter(({ wanted, hidden }) => wanted && !hidden);
  const read = sheets.find((sheet) => sheet.read);
  // Only one sheet can be meant when it is the only one in sight that looks like a list.
  const isPlain = likely.length === 1 && likely[0]?.read;
  const filled = sheets.filter((sheet) => sheet.filled);
  if (read && isSheetOpen(answers.sheet, read.name, filled.length > 1 && !isPlain))
    questions.push({ code: "sheet", sheets: filled });
  if (hiddenRows.length > 0 && answers.hiddenRows === undefined)
    questions.push({ code: "hidden-rows", rows: hiddenRows });
  if (lists) questions.push({ code: "lists", suggested: lists });
  const reasons = new Set(source.reasons.map(({ column }) => column));
  const ignored = [...columns.keys()].filter(
    (column) => columns[column] === null && !reasons.has(column),
  );
  if (ignored.length > 0 && !answers.ignoreColumns)
    questions.push({ code: "ignored-columns", columns: ignored });
  return questions;
}

/** An answer that names no sheet there is has answered nothing. */
function isSheetOpen(answer: string | undefined, read: string, isDoubtful: boolean): boolean {
  return answer === undefined ? isDoubtful : answer !== read;
}

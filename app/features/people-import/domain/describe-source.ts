import type { FileSource } from "./file-source.ts";
import type { ImportAnswers } from "./questions.ts";

/** Something decided or passed over in reading a file; `rows` are the first few of those concerned. */
export type SourceNote =
  | { code: "sheet"; name: string }
  | { code: "leftOut"; sheets: { name: string; hidden: boolean }[] }
  | { code: "encoding"; encoding: string }
  | { code: "rowNames" }
  | { code: "reasons"; titles: string[] }
  | { code: RowsCode; count: number; rows: number[] };

type RowsCode = "above" | "repeated" | "filledDown" | "hiddenWith" | "hiddenWithout";

const SHOWN = 12;

/** What there is to say about how a file was read, so that nothing was passed over in silence. */
export function describeSource(source: FileSource, answers: ImportAnswers = {}): SourceNote[] {
  const notes: SourceNote[] = [];
  const read = source.sheets.find((sheet) => sheet.read);
  const others = source.sheets.filter((sheet) => sheet.filled && !sheet.read);
  if (read && others.length > 0) {
    notes.push({ code: "sheet", name: read.name });
    const sheets = others.map(({ name, hidden }) => ({ name, hidden }));
    notes.push({ code: "leftOut", sheets });
  }
  if (source.encoding) notes.push({ code: "encoding", encoding: source.encoding.name });
  const rows = (code: RowsCode, all: readonly number[], count = all.length) => {
    if (count > 0) notes.push({ code, count, rows: all.slice(0, SHOWN) });
  };
  rows("above", source.above);
  rows("repeated", source.repeated);
  if (source.rowNames) notes.push({ code: "rowNames" });
  if (source.reasons.length > 0)
    notes.push({ code: "reasons", titles: source.reasons.map(({ title }) => title) });
  rows("filledDown", source.filledDown.rows, source.filledDown.cells);
  if (answers.hiddenRows !== undefined) {
    rows(answers.hiddenRows === "with" ? "hiddenWith" : "hiddenWithout", source.hiddenRows);
  }
  return notes;
}

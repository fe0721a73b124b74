import { cleanText, looksLikeEmail } from "../clean-text.ts";
import { DATE_FIELDS, type PersonFacts, type PersonField, type TextField } from "../person.ts";
import { readDate } from "./dates.ts";
import { type ImportField, MANAGER_FIELDS, type ManagerField } from "./fields.ts";
import type { Problem } from "./problem.ts";
import type { ImportSettings } from "./settings.ts";
import type { FileRow } from "./table.ts";

/** What a row says about someone's manager: `unstated` leaves it as it is, `nobody` takes it away. */
export type ManagerClaim = "unstated" | "nobody" | { [Field in ManagerField]: string | null };

export type ReadRow = FileRow & {
  /** Only what the row states; null erases. */
  facts: Partial<PersonFacts>;
  /** A name to use for someone new whose file has no name column. */
  fallbackName: string | null;
  manager: ManagerClaim;
  problems: Problem[];
};

/** In characters; given and family name together still fit into a name. */
const LONGEST: Partial<Record<ImportField, number>> = {
  name: 300,
  givenName: 149,
  familyName: 149,
  email: 254,
  employeeId: 100,
};
const LONGEST_TEXT = 200;
/** An empty cell never erases what the next import needs to find the person again, nor leaves them nameless. */
const NEVER_ERASED: readonly PersonField[] = ["employeeId", "email", "name"];

/** Reads one row as the settings tell. Problems are collected, so that a row shows all of them at once. */
export function readRow(file: FileRow, settings: ImportSettings): ReadRow {
  const problems: Problem[] = [];
  const cells = readCells(file, settings, problems);
  const facts: Partial<PersonFacts> = {};
  for (const [field, value] of cells) {
    if (isManagerField(field)) continue;
    const kept = value === null && (settings.emptyCells === "keep" || NEVER_ERASED.includes(field));
    if (!kept) Object.assign(facts, { [field]: value });
  }
  facts.name ??= [cells.get("givenName"), cells.get("familyName")].filter(Boolean).join(" ");
  if (!facts.name) delete facts.name;
  return {
    ...file,
    facts,
    fallbackName: cells.get("preferredName") ?? null,
    manager: managerClaim(cells, settings),
    problems,
  };
}

function readCells(
  file: FileRow,
  settings: ImportSettings,
  problems: Problem[],
): Map<ImportField, string | null> {
  const values = new Map<ImportField, string | null>();
  // More cells than headers mean that the row slipped sideways: nothing in it can be trusted.
  if (file.cells.length > settings.columns.length) problems.push({ code: "too-many-cells" });
  settings.columns.forEach((field, column) => {
    if (field) values.set(field, readCell(field, file.cells[column] ?? "", settings, problems));
  });
  return values;
}

function readCell(
  field: ImportField,
  cell: string,
  settings: ImportSettings,
  problems: Problem[],
): string | null {
  const text = cleanText(cell);
  if (text === null) return null;
  if (isDateField(field)) {
    const date = readDate(text, settings.dateOrder ?? "dmy");
    if (date === null) problems.push({ code: "date-invalid", field, value: text });
    return date;
  }
  if (text.length > (LONGEST[field] ?? LONGEST_TEXT)) {
    problems.push({ code: "too-long", field, value: `${text.slice(0, 60)}…` });
  } else if (field === "email" && !looksLikeEmail(text)) {
    problems.push({ code: "email-invalid", field, value: text });
  }
  return text;
}

function managerClaim(
  cells: ReadonlyMap<ImportField, string | null>,
  settings: ImportSettings,
): ManagerClaim {
  if (!MANAGER_FIELDS.some((field) => cells.has(field))) return "unstated";
  const [manager, managerEmail, managerId] = MANAGER_FIELDS.map(
    (field) => cells.get(field) ?? null,
  );
  if (!(manager || managerEmail || managerId)) {
    return settings.emptyCells === "keep" ? "unstated" : "nobody";
  }
  return {
    manager: manager ?? null,
    managerEmail: managerEmail ?? null,
    managerId: managerId ?? null,
  };
}

function isManagerField(field: ImportField): field is ManagerField {
  return (MANAGER_FIELDS as readonly string[]).includes(field);
}

function isDateField(field: ImportField): field is Exclude<PersonField, TextField> {
  return (DATE_FIELDS as readonly string[]).includes(field);
}

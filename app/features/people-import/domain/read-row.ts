import {
  cleanText,
  type FileRow,
  type ImportField,
  MANAGER_FIELDS,
  type ManagerField,
  PERSON_FIELDS,
  type PersonFacts,
  type PersonField,
  type PersonStatus,
} from "~/features/people/domain/index.ts";
import { type Away, awayOf } from "./away.ts";
import type { Problem } from "./problem.ts";
import { readCell } from "./read-cell.ts";
import type { RowNote } from "./row-note.ts";
import type { ImportSettings } from "./settings.ts";
import { turnedName } from "./turn-name.ts";

/** What a row says about someone's manager: `unstated` leaves it as it is, `nobody` takes it away. */
export type ManagerClaim = "unstated" | "nobody" | { [Field in ManagerField]: string | null };

export type ReadRow = FileRow & {
  /** Only what the row states; null erases. */
  facts: Partial<PersonFacts>;
  /** The facts as the cells have them: whoever is stored in these very words stays so. */
  written: Partial<Record<PersonField, string>>;
  /** A name to use for someone new whose row has no full name. */
  fallbackName: string | null;
  manager: ManagerClaim;
  /** Null where no status is stated. */
  status: PersonStatus | null;
  /** Of a full post; null where it is not stated. */
  share: number | null;
  /** As a record keeps them; null erases, undefined leaves them as they are. */
  workingDays: string | null | undefined;
  away: Away;
  /** Fields whose cell is empty although there is a column for them. */
  empty: readonly ImportField[];
  problems: Problem[];
  notes: RowNote[];
};

/** What cells say by field: a text, null for an empty one, undefined for one that says nothing. */
type Cells = Map<ImportField, string | null | undefined>;

/** An empty cell never erases what the next import needs to find the person again, nor leaves them nameless. */
const NEVER_ERASED: readonly ImportField[] = ["employeeId", "email", "name"];

/** Reads one row as the settings tell. Problems are collected, so that a row shows all of them at once. */
export function readRow(file: FileRow, settings: ImportSettings): ReadRow {
  const problems: Problem[] = [];
  const notes: RowNote[] = [];
  const cells = readCells(file, settings, problems, notes);
  turnName(file.row, cells, settings, notes);
  const facts: Partial<PersonFacts> = {};
  for (const field of PERSON_FIELDS) {
    const value = cells.get(field);
    if (value === undefined) continue;
    const kept = value === null && (settings.emptyCells === "keep" || NEVER_ERASED.includes(field));
    if (!kept) Object.assign(facts, { [field]: value });
  }
  const ofParts = [cells.get("givenName"), cells.get("familyName")].filter(Boolean).join(" ");
  // Beside an empty name the parts name someone new; who is known keeps the name they have.
  if (ofParts && !cells.has("name")) facts.name = ofParts;
  const days = cells.get("workingDays");
  const status = cells.get("status");
  const share = cells.get("share");
  return {
    ...file,
    facts,
    written: writtenIn(file, settings),
    fallbackName: ofParts || (cells.get("preferredName") ?? null),
    manager: managerClaim(cells, settings),
    status: status === "active" || status === "inactive" ? status : null,
    share: share ? Number(share) : null,
    workingDays: days === null && settings.emptyCells === "keep" ? undefined : days,
    away: awayOf(cells, (one) => problems.push(one)),
    empty: [...cells].filter(([, value]) => value === null).map(([field]) => field),
    problems,
    notes,
  };
}

function readCells(
  file: FileRow,
  settings: ImportSettings,
  problems: Problem[],
  notes: RowNote[],
): Cells {
  const values: Cells = new Map();
  // More cells than headers mean that the row slipped sideways: nothing in it can be trusted.
  if (file.cells.length > settings.columns.length) problems.push({ code: "too-many-cells" });
  settings.columns.forEach((field, column) => {
    if (!field) return;
    const text = cleanText(file.cells[column] ?? "");
    const said = { problem: (one: Problem) => problems.push(one), row: file.row, notes };
    values.set(field, text === null ? null : readCell(field, text, settings, said));
  });
  return values;
}

/** "Quay, Ada" in a column of whole names, where no other holds the parts. */
function turnName(row: number, cells: Cells, { columns }: ImportSettings, notes: RowNote[]): void {
  const value = cells.get("name");
  if (!value || columns.includes("givenName") || columns.includes("familyName")) return;
  const parts = turnedName(value);
  if (!parts) return;
  const meant = `${parts.givenName} ${parts.familyName}`;
  cells.set("name", meant).set("givenName", parts.givenName).set("familyName", parts.familyName);
  notes.push({ row, code: "name-turned", field: "name", value, meant });
}

function writtenIn({ cells }: FileRow, { columns }: ImportSettings): ReadRow["written"] {
  const written: ReadRow["written"] = {};
  columns.forEach((field, column) => {
    if (field !== "timezone" && field !== "language") return;
    const text = cleanText(cells[column] ?? "");
    if (text !== null) written[field] = text;
  });
  return written;
}

function managerClaim(cells: Cells, settings: ImportSettings): ManagerClaim {
  const stated = MANAGER_FIELDS.filter((field) => cells.get(field) !== undefined);
  if (stated.length === 0) return "unstated";
  const [manager = null, managerEmail = null, managerId = null] = MANAGER_FIELDS.map((field) =>
    cells.get(field),
  );
  if (!(manager || managerEmail || managerId)) {
    // A failed look-up beside empty cells is not nobody.
    const failed = MANAGER_FIELDS.some(
      (field) => cells.has(field) && cells.get(field) === undefined,
    );
    return settings.emptyCells === "keep" || failed ? "unstated" : "nobody";
  }
  return { manager, managerEmail, managerId };
}

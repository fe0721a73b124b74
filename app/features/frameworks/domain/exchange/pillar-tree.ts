import { checkOwnFramework } from "../own/check-own-framework.ts";
import {
  MOST_GROUPS,
  type OwnFramework,
  type OwnGroup,
  ownGroupSchema,
} from "../own/own-framework.ts";
import { told } from "./assemble.ts";
import { Columns, oneLine, type TableLine } from "./cells.ts";
import type { FileProblem, InPillar } from "./read-framework.ts";

const DEEPEST = 10;
const uriAt = (level: number) => `Level ${level} URI`;
const termAt = (level: number) => `Level ${level} preferred term`;

/** Whether a table is of ESCO's skills hierarchy: a row for each group, with those above it on the way from the top. */
export function isPillarTree(header: TableLine): boolean {
  return new Columns(header).has(uriAt(0), termAt(0));
}

type Row = { row: number; field: string; group: OwnGroup };

/** The framework with a group for each row. A group that was there already takes the row's place and name. */
export function readPillarTree(
  framework: OwnFramework,
  columns: Columns,
  lines: readonly TableLine[],
): InPillar {
  const problems: FileProblem[] = [];
  const rows = new Map<string, Row>();
  for (const line of lines) {
    const read = groupIn(columns, line);
    if ("code" in read) problems.push(read);
    else if (rows.has(read.group.id)) problems.push(wrong(read, "duplicate-id", read.group.id));
    else {
      const checked = ownGroupSchema.safeParse(read.group, { reportInput: true });
      if (checked.success) rows.set(read.group.id, { ...read, group: checked.data });
      else problems.push(...told(checked.error, read.row, { id: read.field, name: read.field }));
    }
  }
  const placed = withoutOrphans(framework, rows, problems);
  const most = MOST_GROUPS;
  if (placed.groups.length > most)
    return {
      framework,
      taken: 0,
      problems: [{ field: "groups", code: "too-many", values: { most } }],
      notes: [],
    };
  const unread = columns.others([
    ...Array.from({ length: DEEPEST }, (_, level) => [uriAt(level), termAt(level)]).flat(),
    "Description",
  ]);
  const notes = unread.map((field) => ({ code: "left-out" as const, field, count: lines.length }));
  return { framework: placed, taken: rows.size, problems, notes };
}

/** The group of a row is the last on its way; the one before is where it stands. */
function groupIn(columns: Columns, line: TableLine): Row | FileProblem {
  const uris = Array.from({ length: DEEPEST }, (_, level) => columns.cell(line, uriAt(level)));
  const last = uris.findLastIndex((uri) => uri !== "");
  const gap = uris.indexOf("");
  const { row } = line;
  if (last < 0 || (gap >= 0 && gap < last))
    return { row, field: uriAt(Math.max(0, gap)), code: "missing" };
  const group = {
    id: uris[last] ?? "",
    parent: last > 0 ? (uris[last - 1] ?? null) : null,
    name: oneLine(columns.cell(line, termAt(last))),
    description: columns.cell(line, "Description"),
  };
  return { row, field: uriAt(last), group };
}

/** Refuses rows until every group stands in one that there is, and none in itself. */
function withoutOrphans(
  framework: OwnFramework,
  rows: Map<string, Row>,
  problems: FileProblem[],
): OwnFramework {
  for (;;) {
    const groups = [
      ...framework.groups.map((group) => rows.get(group.id)?.group ?? group),
      ...[...rows.values()]
        .filter(({ group }) => !framework.groups.some(({ id }) => id === group.id))
        .map(({ group }) => group),
    ];
    const misplaced = checkOwnFramework({ ...framework, groups, competencies: [] });
    const refused = misplaced.flatMap(({ field, code }) => {
      const group = groups[Number(field.split(".")[1])];
      const row = group && rows.get(group.id);
      return row ? [{ row, code, about: group.parent ?? group.id }] : [];
    });
    if (refused.length === 0) return { ...framework, groups };
    for (const { row, code, about } of refused) {
      if (rows.delete(row.group.id)) problems.push(wrong(row, code, about));
    }
  }
}

function wrong({ row, field }: Row, code: FileProblem["code"], id: string): FileProblem {
  return { row, field, code, values: { id } };
}

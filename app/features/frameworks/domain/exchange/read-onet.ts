import { assemble } from "./assemble.ts";
import { Columns, oneLine, type TableLine } from "./cells.ts";
import type { CompetencyInput, FileProblem, Placed, ReadFramework } from "./read-framework.ts";
import type { AboutTable } from "./read-table.ts";

const NAMES = { id: "Element ID", name: "Element Name", anchors: "Anchor Value" };
const KNOWN = [
  "Element ID",
  "Element Name",
  "Scale ID",
  "Scale Name",
  "Anchor Value",
  "Anchor Description",
  "Description",
];
const HIGHEST = 7;

/** Whether a table is of O*NET's level scale anchors. */
export function isOnetAnchors(header: TableLine): boolean {
  return new Columns(header).has(
    "Element ID",
    "Element Name",
    "Anchor Value",
    "Anchor Description",
  );
}

/**
 * Skills with the anchors of O*NET's level scale (LV), of which 1 to 7 are levels; 0 means that a job doesn't need the
 * skill, which is no level of anybody's.
 */
export function readOnet(
  [header, ...lines]: readonly TableLine[],
  about: Pick<AboutTable, "name" | "language">,
): ReadFramework {
  if (!header) return { framework: null, problems: [{ field: "", code: "missing" }], notes: [] };
  const columns = new Columns(header);
  const problems: FileProblem[] = [];
  const found = new Map<string, Placed<CompetencyInput>>();
  let otherScales = 0;
  for (const line of lines) {
    const { row } = line;
    const scale = columns.cell(line, "Scale ID");
    if (scale !== "" && scale !== "LV") {
      otherScales++;
      continue;
    }
    const id = columns.cell(line, "Element ID");
    const name = oneLine(columns.cell(line, "Element Name"));
    const known = found.get(id);
    if (known && known.entry.name !== name) {
      problems.push({ row, field: NAMES.name, code: "differs-from-above" });
      continue;
    }
    const description = columns.cell(line, "Description");
    const place = known ?? { row, entry: { id, name, description, anchors: [] } };
    found.set(id, place);
    const value = columns.cell(line, "Anchor Value");
    const level = Number(value);
    if (value === "" || !(Number.isInteger(level) && level >= 1 && level <= HIGHEST))
      problems.push({ row, field: NAMES.anchors, code: "unknown-level", values: { level: value } });
    else if (place.entry.anchors?.some((anchor) => anchor.level === level))
      problems.push({ row, field: NAMES.anchors, code: "level-twice", values: { level } });
    else place.entry.anchors?.push({ level, text: columns.cell(line, "Anchor Description") });
  }
  const leftOut = columns.others(KNOWN).map((field) => ({ field, count: lines.length }));
  if (otherScales > 0) leftOut.push({ field: "Scale ID", count: otherScales });
  return assemble(
    {
      about: {
        name: about.name,
        language: about.language,
        source: { uri: "https://www.onetcenter.org", licence: "CC BY 4.0" },
        levels: Array.from({ length: HIGHEST }, (_, at) => ({ name: String(at + 1) })),
      },
      groups: [],
      competencies: [...found.values()],
      problems,
      notes: leftOut.map((each) => ({ code: "left-out", ...each })),
    },
    NAMES,
  );
}

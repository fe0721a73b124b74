import { z } from "zod";
import { assemble } from "./assemble.ts";
import { oneLine, tidy } from "./cells.ts";
import type {
  CompetencyInput,
  FileProblem,
  Found,
  Placed,
  ReadFramework,
} from "./read-framework.ts";
import type { AboutTable } from "./read-table.ts";

const named = z.object({ id: z.string(), name: z.string(), summary: z.string().default("") });

const progression = z.object({
  name: z.string(),
  summary: z.string().default(""),
  levels: z.array(z.object({ id: z.string(), name: z.string(), summary: z.string().default("") })),
  themes: z.array(named),
  competencies: z.array(z.unknown()),
});

const statement = z.object({ level: z.string(), theme: z.string(), summary: z.string() });

/** Whether a file is a progression framework: levels of a career, themes, and a statement for each pair. */
export function isProgression(value: unknown): boolean {
  return progression.safeParse(value).success;
}

/**
 * A framework from a progression framework such as the Financial Times's for engineers: themes are competencies, the
 * steps of the career levels, and its statements what one sees on them. Several statements for one place stand on lines of one
 * anchor.
 */
export function readProgression(
  value: unknown,
  about: Pick<AboutTable, "language">,
): ReadFramework {
  const file = progression.parse(value);
  const problems: FileProblem[] = [];
  const levels = new Map(file.levels.map(({ id }, at) => [id, at + 1]));
  const competencies = new Map<string, Placed<CompetencyInput>>();
  file.themes.forEach(({ id, name, summary }, at) => {
    const entry = { id, name: oneLine(name), description: tidy(summary), anchors: [] };
    if (!competencies.has(id)) competencies.set(id, { row: at + 1, entry });
  });
  file.competencies.forEach((each, at) => {
    const row = at + 1;
    const read = statement.safeParse(each);
    if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? "");
      problems.push({ row, field: `competencies.${field}`, code: "malformed" });
      return;
    }
    const { theme, summary } = read.data;
    const level = levels.get(read.data.level);
    const entry = competencies.get(theme)?.entry;
    const field = "competencies.theme";
    if (!entry) problems.push({ row, field, code: "unknown-group", values: { id: theme } });
    else if (level === undefined)
      problems.push({
        row,
        field: "competencies.level",
        code: "unknown-level",
        values: { level: read.data.level },
      });
    else add(entry, level, tidy(summary));
  });
  const found: Found = {
    about: {
      name: oneLine(file.name),
      description: tidy(file.summary),
      language: about.language,
      levels: file.levels.map(({ name, summary }) => ({
        ...{ name: oneLine(name), description: tidy(summary) },
      })),
    },
    groups: [],
    competencies: themesIn(file.themes, competencies),
    problems,
  };
  return assemble(found, { id: "themes.id", name: "themes.name", anchors: "competencies.summary" });
}

/** Every theme of the file, those with an id that was there as well, so that they are refused by their place. */
function themesIn(
  themes: readonly { id: string; name: string }[],
  competencies: ReadonlyMap<string, Placed<CompetencyInput>>,
): Placed<CompetencyInput>[] {
  return themes.map(({ id, name }, at) => {
    const known = competencies.get(id);
    return known?.row === at + 1 ? known : { row: at + 1, entry: { id, name: oneLine(name) } };
  });
}

function add({ anchors = [] }: CompetencyInput, level: number, text: string): void {
  const known = anchors.find((anchor) => anchor.level === level);
  if (known) known.text = `${known.text}\n${text}`;
  else anchors.push({ level, text });
}

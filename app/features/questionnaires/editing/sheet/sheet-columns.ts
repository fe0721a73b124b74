/** The columns of a table of items, with other words for them that are understood. Most are fields of a form. */
const COLUMNS = {
  key: ["Key", "Schlüssel"],
  page: ["Page", "Section", "Seite", "Abschnitt"],
  kind: ["Kind", "Type", "Art", "Typ"],
  self: ["Self", "Wording for self", "Text", "Question", "Selbst", "Frage"],
  other: ["Others", "Other", "Wording for others", "Andere"],
  measures: ["Measures", "Competency", "Misst", "Kompetenz"],
  scale: ["Scale", "Skala"],
  options: ["Options", "Choices", "Antworten", "Auswahl"],
  several: ["Several", "Mehrere"],
  orElse: ["Or else", "Something else", "Sonstiges"],
  hint: ["Hint", "Hinweis"],
  long: ["Several lines", "Long", "Mehrzeilig"],
  low: ["Lowest", "From", "Kleinste", "Von"],
  high: ["Highest", "To", "Größte", "Bis"],
  lowEnd: ["Lowest means", "Kleinste heißt"],
  highEnd: ["Highest means", "Größte heißt"],
  earliest: ["Earliest", "Frühestens"],
  latest: ["Latest", "Spätestens"],
  required: ["Required", "Pflicht"],
  cantSay: ["Can't say", "Kann ich nicht sagen"],
} as const;

export type SheetColumn = keyof typeof COLUMNS;

/** What may stand in another language as well, in a column named with its tag: "Self de", "Options (fr)". */
const TRANSLATED: ReadonlySet<SheetColumn> = new Set([
  "self",
  "other",
  "options",
  "hint",
  "orElse",
]);

/** A name as it is compared: without letter case, spaces and signs. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const BY_NAME = new Map<string, SheetColumn>(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    [column, ...names].map((name) => [plainName(name), column as SheetColumn]),
  ),
);

/** The first name of each column, to tell people. */
export const columnNames: Readonly<Record<SheetColumn, string>> = Object.fromEntries(
  Object.entries(COLUMNS).map(([column, [name]]) => [column, name]),
) as Record<SheetColumn, string>;

export type ReadColumn = { column: SheetColumn; language: string | null };

/** What a column of a table is; null for one that says nothing to us. */
export function columnOf(header: string): ReadColumn | null {
  const whole = BY_NAME.get(plainName(header));
  if (whole) return { column: whole, language: null };
  const words = header.split(/[\s:()]+/u).filter((word) => word !== "");
  const language = words.at(-1) ?? "";
  const column = BY_NAME.get(plainName(words.slice(0, -1).join(" ")));
  if (!column || !TRANSLATED.has(column) || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/u.test(language))
    return null;
  return { column, language };
}

/** Whether a sheet can be one of items: it has a column of questions. */
export function isItemSheet(header: readonly string[]): boolean {
  return header.some((name) => {
    const found = columnOf(name);
    return found?.column === "self" && found.language === null;
  });
}

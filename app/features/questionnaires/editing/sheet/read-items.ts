import type { Framework } from "~/features/frameworks/domain/index.ts";
import { ON } from "../../item/item-editing.ts";
import { type Item, type KindName, kindNamed, kindNames } from "../../kinds/registry.ts";
import { type Draft, MOST_ITEMS, type Page, scalesInOrder } from "../draft.ts";
import type { Brought } from "../edit-draft.ts";
import { freshKey } from "../fresh-key.ts";
import { measured, readItem } from "../item-form.ts";
import { tidyWords } from "../tidy-words.ts";
import { columnOf, plainName, type ReadColumn, type SheetColumn } from "./sheet-columns.ts";

export type SheetRow = { row: number; cells: readonly string[] };

/** Why a row was not taken; `field` is a column. */
export type RowProblem = {
  row: number;
  field: SheetColumn | null;
  code: string;
  values?: Readonly<Record<string, string | number>>;
};

export type ReadItems = {
  brought: Brought;
  /** All that is wrong, row by row; a row with a problem is left out. */
  problems: RowProblem[];
  /** Columns that say nothing to us. */
  unread: string[];
};

export type SheetAbout = {
  draft: Draft;
  framework: Framework;
  /** What kinds are called, in all languages, as `plainName` compares them. */
  kinds: ReadonlyMap<string, KindName>;
  /** Keys that items of earlier versions had. */
  usedKeys: ReadonlySet<string>;
};

type Cells = { at: (column: SheetColumn) => string; said: ReadonlySet<SheetColumn> };

/** Items from a table with a heading and one item a row. Nothing of a row that is wrong in any part is taken. */
export function readItems([header, ...rows]: readonly SheetRow[], about: SheetAbout): ReadItems {
  const columns = (header?.cells ?? []).map((name) => columnOf(name));
  const unread = (header?.cells ?? []).filter((name, at) => name.trim() !== "" && !columns[at]);
  const brought: Brought = { pages: [], items: [], words: {} };
  const problems: RowProblem[] = [];
  const keys = new Set(about.draft.items.map(({ key }) => key));
  let page: Page | null = about.draft.sections.at(-1) ?? null;
  for (const row of rows) {
    const cells = cellsOf(columns, row, null);
    page = pageFor(cells.at("page"), page, about.draft, brought);
    const read = readRow(row.row, cells, page, { ...about, keys, brought });
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    keys.add(read.item.key);
    brought.items.push(read.item);
    takeWords(brought, read.item, languagesIn(columns), (language) =>
      cellsOf(columns, row, language),
    );
  }
  const needed = new Set(brought.items.map(({ section }) => section));
  return {
    brought: { ...brought, pages: brought.pages.filter(({ key }) => needed.has(key)) },
    problems,
    unread,
  };
}

function cellsOf(
  columns: readonly (ReadColumn | null)[],
  { cells }: SheetRow,
  language: string | null,
): Cells {
  const said = new Map<SheetColumn, string>();
  columns.forEach((column, at) => {
    const text = (cells[at] ?? "").trim();
    if (column && column.language === language && text !== "" && !said.has(column.column))
      said.set(column.column, text);
  });
  return { at: (column) => said.get(column) ?? "", said: new Set(said.keys()) };
}

function languagesIn(columns: readonly (ReadColumn | null)[]): string[] {
  return [...new Set(columns.flatMap((column) => column?.language ?? []))];
}

/** The page of a title, a new one where none is called so; without one, that of the row above. */
function pageFor(title: string, above: Page | null, draft: Draft, brought: Brought): Page | null {
  const name = tidyWords(title);
  if (name === "") return above;
  const pages = [...draft.sections, ...brought.pages];
  const known = pages.find((page) => plainName(page.title ?? "") === plainName(name));
  if (known) return known;
  const key = freshKey(name, "page", new Set(pages.map((page) => page.key)));
  const page: Page = { key, title: name, intro: null, competency: null };
  brought.pages.push(page);
  return page;
}

type Reading = SheetAbout & { keys: ReadonlySet<string>; brought: Brought };
type RowRead = { ok: true; item: Item } | { ok: false; problems: RowProblem[] };

function readRow(row: number, cells: Cells, page: Page | null, reading: Reading): RowRead {
  const { draft, framework, brought, keys, usedKeys } = reading;
  const refuse = (field: SheetColumn | null, code: string, values?: RowProblem["values"]) => ({
    ok: false as const,
    problems: [{ row, field, code, ...(values ? { values } : {}) }],
  });
  if (draft.items.length + brought.items.length >= MOST_ITEMS)
    return refuse(null, "too-many-items", { most: MOST_ITEMS });
  if (page && (page.title ?? "").length > 80) return refuse("page", "too-long", { most: 80 });
  const kind = kindFor(cells, reading);
  if (kind === null)
    return refuse("kind", cells.at("kind") === "" ? "missing" : "unknown", {
      value: cells.at("kind").slice(0, 60),
    });
  const own = cells.at("key");
  if (own !== "" && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(own)) return refuse("key", "malformed");
  if (keys.has(own)) return refuse("key", "key-twice", { value: own });
  const key = own || freshKey(cells.at("self"), "", new Set([...keys, ...usedKeys]));
  const read = readItem(
    kind,
    {
      ...typedCells(kind, cells, draft),
      self: cells.at("self"),
      other: cells.at("other"),
      page: page?.key ?? "",
      measures: measuredBy(cells.at("measures"), framework),
    },
    { key, before: null },
    { draft: { ...draft, sections: [...draft.sections, ...brought.pages] }, framework },
  );
  if (read.ok) return read;
  return {
    ok: false,
    problems: read.problems.map(({ field, code, values }) => ({
      row,
      field: (field ?? null) as SheetColumn | null,
      code,
      ...(values ? { values } : {}),
    })),
  };
}

/** The kind that a row says; without one, that of its scale or of the first scale there is. */
function kindFor(cells: Cells, { draft, kinds }: Reading): KindName | null {
  const said = cells.at("kind");
  if (said !== "")
    return kindNames.find((each) => each === said) ?? kinds.get(plainName(said)) ?? null;
  const scale = scaleFor(cells.at("scale"), draft, null);
  return (scale === null ? undefined : draft.scales[scale]?.kind) ?? null;
}

/** The key of a scale of a kind by its own name, what it asks, or the first of its kind. */
function scaleFor(said: string, draft: Draft, kind: KindName | null): string | null {
  const known = scalesInOrder(draft).filter(([, scale]) => kind === null || scale.kind === kind);
  if (said === "") return known[0]?.[0] ?? null;
  const name = plainName(said);
  const found = known.find(([key, { stem }]) =>
    [key, stem.self, stem.other].some((each) => plainName(each) === name),
  );
  return found?.[0] ?? null;
}

const YES = new Set(["yes", "y", "x", "1", "true", "on", "ja", "wahr"]);

/** The cells of a row as the fields of its kind's form: boxes as they are ticked, options one a line. */
function typedCells(kind: KindName, cells: Cells, draft: Draft): Record<string, string> {
  const { fields, start } = kindNamed(kind).editing;
  return Object.fromEntries(
    fields.map(({ name, control }) => {
      const column = name as SheetColumn;
      const text = cells.at(column);
      if (control === "scale") return [name, scaleFor(text, draft, kind) ?? text];
      if (!cells.said.has(column)) return [name, start[name] ?? ""];
      if (control === "box") return [name, YES.has(plainName(text)) ? ON : ""];
      return [name, control === "lines" ? optionLines(text) : text];
    }),
  );
}

/** Options stand one a line in their cell, or with upright lines between them. */
function optionLines(text: string): string {
  return text.includes("\n") ? text : text.replaceAll("|", "\n");
}

/** What a cell names, by key or by name: a competency, or one of its behaviours. */
function measuredBy(said: string, framework: Framework): string {
  const name = plainName(said);
  if (name === "") return "";
  const named = new Map<string, string>();
  for (const { value, competency, behaviour } of measured(framework)) {
    const of = framework.competencies.find(({ key }) => key === competency);
    const words =
      behaviour === null ? of?.name : of?.behaviours.find(({ key }) => key === behaviour)?.label;
    for (const each of [value, behaviour ?? competency, words ?? ""])
      if (!named.has(plainName(each))) named.set(plainName(each), value);
  }
  return named.get(name) ?? said;
}

/** The words of a row in the other languages that its table has columns for. */
function takeWords(
  brought: Brought,
  item: Item,
  languages: readonly string[],
  cellsIn: (language: string) => Cells,
): void {
  for (const language of languages) {
    const cells = cellsIn(language);
    const words = brought.words[language] ?? {};
    brought.words[language] = words;
    const say = (place: string, text: string) => {
      if (text !== "") words[`items/${item.key}/${place}`] = tidyWords(text).slice(0, 400);
    };
    say("self", cells.at("self"));
    say("other", cells.at("other") || cells.at("self"));
    say("hint", cells.at("hint"));
    say("orElse", cells.at("orElse"));
    const lines = optionLines(cells.at("options")).split("\n");
    if ("options" in item)
      for (const [at, { value }] of item.options.entries())
        say(`options/${value}`, lines[at] ?? "");
  }
}

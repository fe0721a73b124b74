import { expect, test } from "vitest";
import { emptyDraft, framework, itemOf } from "../../testing/draft.ts";
import { readItems } from "./read-items.ts";
import { columnOf, isItemSheet } from "./sheet-columns.ts";

const read = (rows: string[][], draft = emptyDraft()) =>
  readItems(
    rows.map((cells, at) => ({ row: at + 1, cells })),
    {
      ...{ draft, framework: framework(), usedKeys: new Set(["plan"]) },
      kinds: new Map([["auswahl", "choice"]]),
    },
  );

test("columns are known by their names in English and German, and by their language", () => {
  expect(columnOf(" WORDING for self ")).toEqual({ column: "self", language: null });
  expect(columnOf("Pflicht")).toEqual({ column: "required", language: null });
  expect(columnOf("Self (de)")).toEqual({ column: "self", language: "de" });
  expect(columnOf("others: pt-BR")).toEqual({ column: "other", language: "pt-BR" });
  // What has no words of its own in another language is no such column.
  for (const header of ["Kind de", "Salary", "", "de"]) expect(columnOf(header)).toBeNull();
  expect(isItemSheet(["Kind", "Frage"])).toBe(true);
  expect(isItemSheet(["Kind", "Self de"])).toBe(false);
});

test("rows become items on their pages, with competencies by name and words in other languages", () => {
  const { brought, problems, unread } = read([
    ["Page", "Self", "Measures", "Kind", "Options", "Self de", "Salary", "Options de"],
    ["Before", "Plan", "Setting goals", "", "", "Planen", "9", ""],
    ["", "Insist", "Measurable goals", "How true?", "", "", "", ""],
    ["New page", "Where?", "", "Auswahl", "Here | There", "Wo?", "", "Hier|Dort"],
  ]);
  expect(problems).toEqual([
    { row: 3, field: "kind", code: "unknown", values: { value: "How true?" } },
  ]);
  expect(unread).toEqual(["Salary"]);
  expect(brought.pages).toMatchObject([{ key: "page-new-page", title: "New page" }]);
  expect(brought.items).toMatchObject([
    // A version had an item of the usual key.
    {
      key: "plan-2",
      kind: "amount",
      section: "before",
      competency: "setting-goals",
      required: true,
    },
    {
      key: "where",
      kind: "choice",
      section: "page-new-page",
      options: [{ label: "Here" }, { label: "There" }],
    },
  ]);
  expect(brought.words.de).toEqual({
    ...{ "items/plan-2/self": "Planen", "items/plan-2/other": "Planen" },
    ...{ "items/where/self": "Wo?", "items/where/other": "Wo?" },
    ...{ "items/where/options/1": "Hier", "items/where/options/2": "Dort" },
  });
});

test("a row that is wrong in any part is left out and named: kinds, keys, empty words, competencies, options", () => {
  const draft = { ...emptyDraft(), items: [itemOf("amount", { self: "There" }, "there")] };
  const { brought, problems } = read(
    [
      ["Self", "Kind", "Key", "Measures", "Options"],
      ["Reads minds", "Telepathy", "", "", ""],
      ["One", "", "there", "", ""],
      ["Two", "", "two", "", ""],
      ["Two again", "", "two", "", ""],
      ["", "", "", "", ""],
      ["Three", "", "Not a key", "", ""],
      ["Four", "", "", "Telepathy", ""],
      ["Five", "choice", "", "", "Alone"],
    ],
    draft,
  );
  expect(brought.items.map(({ key }) => key)).toEqual(["two"]);
  expect(problems.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    ...[
      "2 kind unknown",
      "3 key key-twice",
      "5 key key-twice",
      "6 self missing",
      "7 key malformed",
    ],
    ...["8 measures unknown", "9 options too-short"],
  ]);
});

test("of 400 rows those that a questionnaire has no room for are named one by one", () => {
  const rows = Array.from({ length: 400 }, (_, at) => [`Item ${at}`]);
  const { brought, problems } = read([["Self"], ...rows]);
  expect(brought.items).toHaveLength(300);
  expect(problems).toHaveLength(100);
  expect(problems[0]).toEqual({
    row: 302,
    field: null,
    code: "too-many-items",
    values: { most: 300 },
  });
});

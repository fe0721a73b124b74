import { z } from "zod";
import type { Framework } from "~/features/frameworks/domain/index.ts";
import { usualCode } from "~/platform/errors/input-problems.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { EditedField, TypedFields } from "../item/item-editing.ts";
import { type Item, itemSchema, type KindName, kindNamed, kindOf } from "../kinds/registry.ts";
import type { Draft } from "./draft.ts";
import { tidyLines, tidyWords } from "./tidy-words.ts";

const LONGEST_TYPED = 6_000;
const typed = z.string().max(LONGEST_TYPED).default("");

/** What is typed of every item. `measures`: a competency, or one of its behaviours behind a slash. */
const shared = {
  self: typed,
  other: typed,
  page: z.string().default(""),
  measures: z.string().default(""),
};

/** The form of an item of a kind, as it is typed. */
export function itemInput(kind: KindName) {
  const own = kindNamed(kind).editing.fields.map(({ name }) => [name, typed] as const);
  return z.object({ ...shared, ...Object.fromEntries(own) });
}

type Typed = TypedFields & { self: string; other: string; page: string; measures: string };

/** What stands in the form of an item that is there, or of a new one of a kind. */
export function typedItem(item: Item | KindName, page: string): Typed {
  if (typeof item === "string")
    return { ...kindNamed(item).editing.start, self: "", other: "", page, measures: "" };
  const { self, other, section, competency, behaviour } = item;
  return {
    ...kindOf(item).editing.typed(item),
    self,
    other: self === other ? "" : other,
    page: section,
    measures: [competency, behaviour].filter((each) => each !== null).join("/"),
  };
}

export type ReadItem = { ok: true; item: Item } | { ok: false; problems: Problem[] };

type Place = { key: string; before: Item | null };

/**
 * An item from what was typed, in a form or in a row of a table, with all that is wrong with it by itself. Wording for
 * others that is left empty is that for oneself.
 */
export function readItem(
  kind: KindName,
  typed: Typed,
  { key, before }: Place,
  { draft, framework }: { draft: Pick<Draft, "scales" | "sections">; framework: Framework },
): ReadItem {
  const { editing } = kindNamed(kind);
  const tidied = Object.fromEntries(
    editing.fields.map(({ name, control }) => {
      const text = typed[name] ?? "";
      return [name, control === "lines" ? tidyLines(text) : tidyWords(text)];
    }),
  );
  const self = tidyWords(typed.self);
  const [competency = "", behaviour = ""] = typed.measures.split("/");
  const same = before?.kind === kind ? before : null;
  const read = itemSchema.safeParse(
    {
      ...editing.read(tidied, same),
      ...{ kind, key, self },
      other: tidyWords(typed.other) || self,
      section: typed.page,
      competency: competency || null,
      behaviour: behaviour || null,
      when: before?.when ?? null,
    },
    { error: (issue) => (issue.input === "" ? "missing" : usualCode(issue)) },
  );
  const problems = [
    ...knownPlaces(typed, draft, framework),
    ...(read.success
      ? ownProblems(read.data, draft)
      : read.error.issues.map(({ path, message, ...issue }) => ({
          field: fieldAt(editing.fields, path.join(".")),
          code: message,
          ...("maximum" in issue ? { values: { most: Number(issue.maximum) } } : {}),
        }))),
  ];
  const [first] = problems;
  if (read.success && !first) return { ok: true, item: read.data };
  // Of words that are empty in both voices one problem is enough.
  const once = problems.filter(
    ({ field }, at) =>
      !(field === "other" && tidyWords(typed.other) === "") &&
      problems.findIndex((each) => each.field === field) === at,
  );
  return { ok: false, problems: once };
}

function knownPlaces(
  { page, measures }: Typed,
  draft: Pick<Draft, "sections">,
  framework: Framework,
): { field: string; code: string }[] {
  const isPage = draft.sections.some(({ key }) => key === page);
  const isKnown = measures === "" || measured(framework).some(({ value }) => value === measures);
  return [
    ...(isPage ? [] : [{ field: "page", code: page === "" ? "missing" : "unknown" }]),
    ...(isKnown ? [] : [{ field: "measures", code: "unknown" }]),
  ];
}

/** All that an item can measure in a framework, as it is sent. */
export function measured(
  framework: Framework,
): { value: string; competency: string; behaviour: string | null }[] {
  return framework.competencies.flatMap(({ key, behaviours }) => [
    { value: key, competency: key, behaviour: null },
    ...behaviours.map((behaviour) => ({
      value: `${key}/${behaviour.key}`,
      competency: key,
      behaviour: behaviour.key,
    })),
  ]);
}

function ownProblems(
  item: Item,
  { scales }: Pick<Draft, "scales">,
): { field: string; code: string }[] {
  const kind = kindOf(item);
  const scale = ("scale" in item && scales[item.scale]) || null;
  return kind
    .problems({ item, scale, slot: null })
    .map((part) => ({ field: fieldAt(kind.editing.fields, part), code: "does-not-fit" }));
}

/** The field that says a part of an item, or what stands below it. */
function fieldAt(fields: readonly EditedField[], part: string): string {
  const field = fields.find(
    ({ name, part: own = name }) => part === own || part.startsWith(`${own}.`),
  );
  if (field) return field.name;
  if (part === "competency" || part === "behaviour") return "measures";
  return part.startsWith("section") ? "page" : part;
}

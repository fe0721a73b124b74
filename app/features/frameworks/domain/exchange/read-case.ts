import type { z } from "zod";
import { assemble } from "./assemble.ts";
import { caseLevels } from "./case-levels.ts";
import {
  type CaseAssociation,
  type CaseItem,
  caseAssociation,
  caseDocument,
  caseItem,
  caseRubric,
} from "./case-shape.ts";
import { oneLine, tidy, valuesIn } from "./cells.ts";
import type { FileNote, FileProblem, Found, ReadFramework } from "./read-framework.ts";
import { isObject } from "./read-json.ts";
import type { AboutTable } from "./read-table.ts";

const NAMES = { id: "identifier", name: "fullStatement", group: "isChildOf", parent: "isChildOf" };
const LONGEST_NAME = 300;
const KNOWN = new Set([...Object.keys(caseItem.shape), "lastChangeDateTime", "CFDocumentURI"]);
/** How we write what is a group, so that an empty one comes back as a group. */
export const GROUP_TYPE = "Group";

/** Whether a JSON file is a CASE package. */
export function isCase(value: unknown): value is Record<string, unknown> {
  return isObject(value) && isObject(value.CFDocument);
}

/**
 * A framework from a CASE 1.0 package. Items that others are children of are groups, all others competencies, as are those
 * that a rubric describes; a rubric's levels are levels, with what is seen on them. An association with something that
 * the package doesn't hold is refused by its place among the associations.
 */
export function readCase(file: Record<string, unknown>, about: AboutTable): ReadFramework {
  const document = caseDocument.safeParse(file.CFDocument);
  if (!document.success) {
    const field = `CFDocument.${document.error.issues[0]?.path.join(".") ?? ""}`;
    return { framework: null, problems: [{ field, code: "malformed" }], notes: [] };
  }
  const problems: FileProblem[] = [];
  const items = listed(file.CFItems, caseItem, "CFItems", problems);
  const associations = listed(file.CFAssociations, caseAssociation, "CFAssociations", problems);
  const rubrics = listed(file.CFRubrics, caseRubric, "CFRubrics", problems).map(
    ({ entry }) => entry,
  );
  const { parents, several, nowhere } = parentsOf(
    { documentId: document.data.identifier, items, associations },
    problems,
  );
  const scale = caseLevels(rubrics, problems);
  const levels = scale.names.length >= 2 ? scale.names : [...about.levelNames];
  const holders = new Set(parents.values());
  const isGroup = ({ identifier, CFItemType }: CaseItem) =>
    holders.has(identifier) || (CFItemType === GROUP_TYPE && !scale.anchors.has(identifier));
  const notes: FileNote[] = [
    ...note("several-groups", "isChildOf", several),
    ...note("without-place", "isChildOf", nowhere),
    ...note(
      "name-shortened",
      "fullStatement",
      items.filter(({ entry }) => isShortened(entry)).length,
    ),
    ...note("levels-assumed", "CFRubrics", scale.names.length >= 2 ? 0 : levels.length),
    ...leftOut(file, problems),
  ];
  const found: Found = {
    about: aboutOf(document.data, levels, about),
    groups: items
      .filter(({ entry }) => isGroup(entry))
      .map(({ row, entry }) => {
        const { name, description } = wordsOf(entry);
        const parent = parents.get(entry.identifier) ?? null;
        return { row, entry: { id: entry.identifier, parent, name, description } };
      }),
    competencies: items
      .filter(({ entry }) => !isGroup(entry) || scale.anchors.has(entry.identifier))
      .map(({ row, entry }) => {
        const id = entry.identifier;
        const group = isGroup(entry) ? id : (parents.get(id) ?? null);
        const anchors = scale.anchors.get(id) ?? [];
        return { row, entry: { id, group, anchors, ...detailsOf(entry) } };
      }),
    ...{ problems, notes },
  };
  return assemble(found, NAMES);
}

function aboutOf(
  document: z.output<typeof caseDocument>,
  levels: readonly string[],
  { language }: AboutTable,
): Found["about"] {
  const { licenseURI } = document;
  const licence =
    typeof licenseURI === "string" ? licenseURI : (licenseURI?.title ?? licenseURI?.uri);
  const said = [document.description, document.notes].map((text) => tidy(text ?? ""));
  return {
    name: oneLine(document.title),
    description: said.filter((text) => text !== "").join("\n\n"),
    language: document.language || language,
    source: {
      uri: document.officialSourceURL || null,
      version: document.version || null,
      licence: licence || null,
    },
    levels: levels.map((name) => ({ name })),
  };
}

type Items = { row: number; entry: CaseItem }[];

function parentsOf(
  {
    documentId,
    items,
    associations,
  }: { documentId: string; items: Items; associations: { row: number; entry: CaseAssociation }[] },
  problems: FileProblem[],
) {
  const known = new Set(items.map(({ entry }) => entry.identifier));
  const parents = new Map<string, string>();
  const placed = new Set<string>();
  let several = 0;
  const children = associations
    .filter(({ entry }) => entry.associationType === "isChildOf")
    .sort((a, b) => (a.entry.sequenceNumber ?? 0) - (b.entry.sequenceNumber ?? 0));
  for (const { row, entry } of children) {
    const [child, parent] = [entry.originNodeURI.identifier, entry.destinationNodeURI.identifier];
    const missing = [child, parent].find((id) => id !== documentId && !known.has(id));
    if (missing !== undefined) {
      const values = { id: missing };
      problems.push({ row, field: "CFAssociations", code: "unknown-group", values });
      continue;
    }
    placed.add(child);
    if (parent === documentId) continue;
    if (parents.has(child)) several++;
    else parents.set(child, parent);
  }
  return {
    parents,
    several,
    nowhere: items.filter(({ entry }) => !placed.has(entry.identifier)).length,
  };
}

function isShortened({ fullStatement, abbreviatedStatement }: CaseItem): boolean {
  return !abbreviatedStatement && oneLine(fullStatement).length > LONGEST_NAME;
}

/** The short statement is the name where there is one; what a name has no room for goes on in the description. */
function wordsOf(item: CaseItem): { name: string; description: string } {
  const full = tidy(item.fullStatement);
  const short = oneLine(item.abbreviatedStatement ?? "") || oneLine(full);
  const name = isShortened(item) ? `${short.slice(0, LONGEST_NAME - 1).trimEnd()}…` : short;
  const parts = [name === full ? "" : full, tidy(item.notes ?? "")];
  return { name, description: parts.filter((part) => part !== "").join("\n\n") };
}

function detailsOf(item: CaseItem) {
  const { conceptKeywords: words, humanCodingScheme, uri } = item;
  const keywords = Array.isArray(words) ? words : (words ?? "").split(/[,|\n]/);
  const others = [...valuesIn(item.alternativeLabel ?? ""), humanCodingScheme ?? ""];
  return {
    ...wordsOf(item),
    tags: [...new Set(keywords.map(oneLine))].filter((tag) => tag !== ""),
    otherNames: others.map(oneLine).filter((name) => name !== ""),
    sourceUri: uri && !uri.startsWith("urn:uuid:") ? uri : null,
  };
}

function listed<Entry>(
  list: unknown,
  schema: z.ZodType<Entry>,
  field: string,
  problems: FileProblem[],
): { row: number; entry: Entry }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, at) => {
    const read = schema.safeParse(value);
    if (read.success) return [{ row: at + 1, entry: read.data }];
    const path = read.error.issues[0]?.path.join(".") ?? "";
    problems.push({ row: at + 1, field: `${field}.${path}`, code: "malformed" });
    return [];
  });
}

function note(code: FileNote["code"], field: string, count: number): FileNote[] {
  return count > 0 ? [{ code, field, count }] : [];
}

/** Fields of items that we have no place for, and associations other than those of the tree. */
function leftOut(file: Record<string, unknown>, problems: readonly FileProblem[]): FileNote[] {
  const counts = new Map<string, number>();
  const add = (field: string) => counts.set(field, (counts.get(field) ?? 0) + 1);
  for (const item of Array.isArray(file.CFItems) ? file.CFItems : [])
    if (isObject(item))
      for (const [field, value] of Object.entries(item))
        if (!KNOWN.has(field) && value !== null && value !== "") add(field);
  const refused = new Set(
    problems.filter(({ field }) => field.startsWith("CFAssociations.")).map(({ row }) => row),
  );
  const associations = Array.isArray(file.CFAssociations) ? file.CFAssociations : [];
  associations.forEach((each, at) => {
    if (refused.has(at + 1) || !isObject(each) || each.associationType === "isChildOf") return;
    add(String(each.associationType));
  });
  return [...counts].map(([field, count]) => ({ code: "left-out", field, count }));
}

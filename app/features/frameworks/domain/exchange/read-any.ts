import type { TableLine } from "./cells.ts";
import { isCase, readCase } from "./read-case.ts";
import { isDomains, readDomains } from "./read-domains.ts";
import { isEscoTable, readEsco } from "./read-esco.ts";
import type { ReadFramework } from "./read-framework.ts";
import { isOwnJson, readOwnJson } from "./read-json.ts";
import { isOnetAnchors, readOnet } from "./read-onet.ts";
import { isProgression, readProgression } from "./read-progression.ts";
import { type AboutTable, isOwnTable, readTableFramework } from "./read-table.ts";

/** The formats that are understood, by what is in a file. */
export const readFormats = [
  "json",
  "table",
  "case",
  "esco",
  "onet",
  "progression",
  "domains",
] as const;
export type ReadFormat = (typeof readFormats)[number];

export type AnyRead = { format: ReadFormat; read: ReadFramework } | null;

/** Reads a table of whatever kind it is by its titles. null for one that holds no framework. `further` may be ESCO's pillar. */
export function readAnyTable(
  table: readonly TableLine[],
  about: AboutTable,
  further: readonly TableLine[] = [],
): AnyRead {
  const [header] = table;
  if (!header) return null;
  if (isEscoTable(header)) return { format: "esco", read: readEsco(table, further, about) };
  if (isOnetAnchors(header)) return { format: "onet", read: readOnet(table, about) };
  if (isOwnTable(header)) return { format: "table", read: readTableFramework(table, about) };
  return null;
}

/** Reads parsed JSON or YAML of whatever kind it is. null for one that holds no framework. */
export function readAnyData(value: unknown, about: AboutTable): AnyRead {
  if (isOwnJson(value)) return { format: "json", read: readOwnJson(value) };
  if (isCase(value)) return { format: "case", read: readCase(value, about) };
  if (isProgression(value)) return { format: "progression", read: readProgression(value, about) };
  if (isDomains(value)) return { format: "domains", read: readDomains(value, about) };
  return null;
}

/** Whether a table with these titles holds a framework. */
export function isFrameworkTable(header: TableLine): boolean {
  return isEscoTable(header) || isOnetAnchors(header) || isOwnTable(header);
}

import { parse } from "yaml";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import { LARGEST_FILE, type ReadingFault } from "~/platform/tables/reading-fault.ts";
import {
  type AnyRead,
  isFrameworkTable,
  readAnyData,
  readAnyTable,
} from "../domain/exchange/read-any.ts";
import type { AboutTable } from "../domain/exchange/read-table.ts";

export const frameworkFaults = ["no-framework", "json-broken", "yaml-broken"] as const;
export type FrameworkFault = ReadingFault | (typeof frameworkFaults)[number];

export type FrameworkFile =
  | { ok: true; value: NonNullable<AnyRead> }
  | { ok: false; reason: FrameworkFault; row?: number };

/** As many as ESCO has relations, and some. */
export const LIMITS = { rows: 100_000, columns: 60 };
/** Aliases can make little text into endless data. */
const YAML_ALIASES = 100;

const LONGEST_NAME = 120;

/** The name of a file as it is shown: in one line, and not the whole of a long one. */
export function shownName(name: string): string {
  return name.toWellFormed().replace(/\s+/gu, " ").trim().slice(-LONGEST_NAME) || "–";
}

/**
 * What a file says of a framework, whatever its format: JSON and YAML are read here, tables in a process of their own.
 * It may take a while: open no transaction around it.
 */
export async function readFrameworkFile(
  { organisationId }: OrganisationScope,
  { name, content }: { name: string; content: Buffer },
  about: AboutTable,
): Promise<FrameworkFile> {
  if (content.length > LARGEST_FILE) return { ok: false, reason: "file-too-large" };
  const start = content
    .subarray(0, 100)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start.startsWith("{") || start.startsWith("["))
    return readData(content, JSON.parse, about, "json-broken");
  if (/\.ya?ml$/i.test(name)) {
    const parseYaml = (text: string) => parse(text, { maxAliasCount: YAML_ALIASES });
    return readData(content, parseYaml, about, "yaml-broken");
  }
  const reading = await readTable(content, {
    owner: organisationId,
    limits: LIMITS,
    isWanted: ([header]) => header !== undefined && isFrameworkTable(header),
  });
  if (!reading.ok) return reading;
  return found(readAnyTable(reading.rows, about));
}

function readData(
  content: Buffer,
  read: (text: string) => unknown,
  about: AboutTable,
  fault: FrameworkFault,
): FrameworkFile {
  let value: unknown;
  try {
    value = read(content.toString("utf8").replace(/^\uFEFF/, ""));
  } catch {
    // Whatever broke it, the file is not what it says it is, and its words are not for logs.
    return { ok: false, reason: fault };
  }
  return found(readAnyData(value, about));
}

function found(read: AnyRead): FrameworkFile {
  return read ? { ok: true, value: read } : { ok: false, reason: "no-framework" };
}

import { cleanText } from "~/features/people/domain/index.ts";
import { badRequest, type Read } from "./scim-fault.ts";

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text as it is kept; null for nothing. @returns a refusal that names the attribute for anything else. */
export function readText(value: unknown, path: string): Read<string | null> {
  if (value === null || value === undefined) return { ok: true, value: null };
  if (typeof value !== "string") return badRequest("invalidValue", `${path} must be text.`);
  return { ok: true, value: cleanText(value) };
}

/** Yes or no; also as text, which is how Entra ID sends it ("False"). */
export function readYesNo(value: unknown, path: string): Read<boolean> {
  if (typeof value === "boolean") return { ok: true, value };
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (word === "true" || word === "false") return { ok: true, value: word === "true" };
  return badRequest("invalidValue", `${path} must be true or false.`);
}

/** The id somebody is referred to by: alone, in an object, or in a list of one. */
export function readReference(value: unknown, path: string): Read<string | null | undefined> {
  if (Array.isArray(value)) {
    if (value.length > 1) return badRequest("invalidValue", `${path} must be one alone.`);
    return value.length === 0 ? { ok: true, value: null } : readReference(value[0], path);
  }
  if (!isObject(value)) return readText(value, path);
  const found = member(value, "value");
  // Only what the server itself tells of them, such as a name: nothing is asked.
  return found === undefined ? { ok: true, value: undefined } : readText(found, path);
}

/** What an object has under a name, in any letter case. */
export function member(object: Json, name: string): unknown {
  const key = Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

/** Of several values the one that is kept: of type work, else the primary one, else the first. */
export function pickOne(values: readonly Json[]): Json | undefined {
  const isWork = (value: Json) => String(member(value, "type")).toLowerCase() === "work";
  const isPrimary = (value: Json) => String(member(value, "primary")).toLowerCase() === "true";
  return values.find(isWork) ?? values.find(isPrimary) ?? values[0];
}

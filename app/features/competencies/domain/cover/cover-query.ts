import { z } from "zod";
import { MOST_CHANGES, readChanges, type TeamChange, writeChange } from "./changes.ts";

const text = z.string().trim().max(300).catch("");

/**
 * How often people are there when needed, in hundredths, where nobody chose it: holidays and illness. A convention.
 */
export const USUAL_PRESENCE = 85;
export const presences = [100, 95, 90, 85, 80, 70, 60, 50] as const;

const schema = z.object({
  framework: text,
  department: text,
  team: text,
  group: text,
  /** 0: the usual one. */
  level: z.coerce.number().int().min(0).max(10).catch(0),
  there: z.coerce
    .number()
    .int()
    .refine((value) => presences.some((each) => each === value))
    .catch(USUAL_PRESENCE),
  /** Whoever is to be stood in for. */
  standin: text,
});

export type CoverQuery = z.infer<typeof schema> & { changes: readonly TeamChange[] };

const KEYS = ["framework", "department", "team", "group", "level", "there", "standin"] as const;

/**
 * Reads what the address of a page of cover asks for. A change that a form adds stands in it as its parts, until the
 * next form has them together.
 */
export function readCoverQuery(parameters: URLSearchParams): CoverQuery {
  const given = Object.fromEntries(KEYS.map((key) => [key, parameters.get(key) ?? undefined]));
  const texts = [...parameters.getAll("change"), ...added(parameters)];
  return { ...schema.parse(given), changes: readChanges([...new Set(texts)]) };
}

/** What one filled in to add: somebody who goes or comes, somebody who is trained, somebody new. */
function added(parameters: URLSearchParams): string[] {
  const value = (name: string) => parameters.get(name) ?? "";
  const level = value("toLevel");
  return [
    value("go") && `go~${value("go")}`,
    value("come") && `come~${value("come")}`,
    value("train") && value("in") && `train~${value("train")}~${value("in")}~${level}`,
    value("newIn") && `new~${value("newIn")}~${value("newLevel")}`,
  ].filter((each) => each !== "");
}

export function coverParameters(
  query: CoverQuery,
  change: Partial<CoverQuery> = {},
): URLSearchParams {
  const wanted = { ...query, ...change };
  const usual = readCoverQuery(new URLSearchParams());
  const parameters = new URLSearchParams();
  for (const key of KEYS) if (wanted[key] !== usual[key]) parameters.set(key, String(wanted[key]));
  for (const each of wanted.changes) parameters.append("change", writeChange(each));
  return parameters;
}

export function coverHref(query: CoverQuery, change: Partial<CoverQuery> = {}): string {
  const parameters = coverParameters(query, change);
  return parameters.size > 0 ? `/skills/cover?${parameters}` : "/skills/cover";
}

export { MOST_CHANGES };

import { z } from "zod";

/** A form has room for so many needs; both hats come on top. */
export const MOST_NEEDS = 6;

const text = z.string().trim().max(300).catch("");
const day = z.iso.date().or(z.literal("")).catch("");

const schema = z.object({
  framework: text,
  department: text,
  level: z.coerce.number().int().min(0).max(10).catch(0),
  size: z.coerce.number().int().min(1).max(12).catch(4),
  /** Whoever is on it in any case. */
  lead: text,
  hats: z.enum(["yes", "no"]).catch("no"),
  from: day,
  to: day,
});

export type WantedNeed = { competency: string; people: number };
export type TeamQuery = z.infer<typeof schema> & { needs: WantedNeed[] };

/** Reads what a team is needed for. Of needs that are said twice the last one counts. */
export function readTeamQuery(parameters: URLSearchParams): TeamQuery {
  const keys = Object.keys(schema.shape);
  const given = Object.fromEntries(keys.map((key) => [key, parameters.get(key) ?? undefined]));
  const counts = parameters.getAll("people");
  const needs = new Map<string, WantedNeed>();
  for (const [at, competency] of parameters.getAll("need").slice(0, MOST_NEEDS).entries()) {
    const people = Number(counts[at] ?? "1");
    const isCount = Number.isInteger(people) && people >= 1 && people <= 9;
    if (competency !== "") needs.set(competency, { competency, people: isCount ? people : 1 });
  }
  return { ...schema.parse(given), needs: [...needs.values()] };
}

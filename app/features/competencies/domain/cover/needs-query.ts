import { z } from "zod";

export const needsGroupings = ["organisation", "department", "manager", "role"] as const;
export type NeedsGrouping = (typeof needsGroupings)[number];

const text = z.string().trim().max(300).catch("");

const schema = z.object({
  framework: text,
  department: text,
  team: text,
  group: text,
  level: z.coerce.number().int().min(0).max(10).catch(0),
  by: z.enum(needsGroupings).catch("organisation"),
  /** From when on a gap that closed is shown, a calendar date; a year ago unless told. */
  since: z.iso.date().or(z.literal("")).catch(""),
});

export type NeedsQuery = z.infer<typeof schema>;

/** Reads what the address of a page of training needs asks for. */
export function readNeedsQuery(parameters: URLSearchParams): NeedsQuery {
  const keys = Object.keys(schema.shape);
  return schema.parse(
    Object.fromEntries(keys.map((key) => [key, parameters.get(key) ?? undefined])),
  );
}

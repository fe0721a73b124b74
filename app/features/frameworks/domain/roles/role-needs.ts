import { z } from "zod";

/** How much more than everywhere something matters, as reports weigh it. */
export const marked = ["important", "essential"] as const;

/** Amounts between which a hat is right for a role; 0 is the middle of the scale, above it more than usual. */
const range = z.strictObject({ low: z.number().min(-2).max(2), high: z.number().min(-2).max(2) });

/** By hat key; all hats or none. */
export const roleZone = z.record(z.string(), range);
export type RoleZone = z.infer<typeof roleZone>;

/** By competency key; a competency that is left out matters as everywhere. */
export const roleImportance = z.record(z.string(), z.enum(marked));

/** What a role needs of somebody's two hats, as it is written down with a participant. */
export const roleNeeds = z.strictObject({
  name: z.string(),
  importance: roleImportance,
  zone: roleZone.nullable(),
});
export type RoleNeeds = z.infer<typeof roleNeeds>;

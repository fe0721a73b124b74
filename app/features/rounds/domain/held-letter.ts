import { z } from "zod";

/**
 * What a notice needs to be written later: everything but its reader's name, address, language and link. Its kind is
 * known to whoever sends it.
 */
export const heldNotice = z.object({
  kind: z.string(),
  dates: z.record(z.string(), z.string().nullable()),
  path: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  count: z.number().int(),
  /** Kept before there were such words, a notice has none. */
  words: z.record(z.string(), z.string()).default({}),
});

export type HeldNotice = z.infer<typeof heldNotice>;

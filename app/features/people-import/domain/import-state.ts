import { z } from "zod";
import { importSettings } from "./settings.ts";

/** What is kept about an import while it waits for a decision. */
export const importState = z.object({
  ...importSettings.shape,
  /** Absent people who are to become inactive. */
  ticked: z.array(z.string()).default([]),
});

/** What an import did, in numbers. */
export const importCounts = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Fields that people chose themselves, where the file said something else. */
  kept: z.number().default(0),
  rejected: z.number(),
  setInactive: z.number(),
  absencesNoted: z.number().default(0),
  absencesReplaced: z.number().default(0),
  absencesErased: z.number().default(0),
  /** Of the changed: whose address is another, and gets no link before its wait is over. */
  addressesWaiting: z.number().default(0),
});

export type ImportState = z.infer<typeof importState>;
export type ImportCounts = z.infer<typeof importCounts>;

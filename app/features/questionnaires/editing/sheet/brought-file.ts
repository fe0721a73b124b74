import type { ReadItems } from "./read-items.ts";

/** What a file brings, while nobody has taken it over: its name, how many rows it had, and what was read of them. */
export type BroughtFile = ReadItems & { file: string; rows: number };

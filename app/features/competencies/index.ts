export type { EvidenceFor } from "./domain/evidence.ts";
export type { KnownLevel } from "./domain/known-level.ts";
export type { Purpose } from "./domain/purpose.ts";

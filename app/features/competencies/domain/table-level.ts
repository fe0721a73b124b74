import type { KnownLevel } from "./known-level.ts";

/** A level as tables of many people have it. */
export type TableLevel = Omit<KnownLevel, "evidence">;

/** One person's levels by competency; what is not in it is not assessed, which is no level. */
export type TableLevels = ReadonlyMap<string, TableLevel>;

/** Levels by person; of whoever is not in it nothing is known. */
export type LevelsByPerson = ReadonlyMap<string, TableLevels>;

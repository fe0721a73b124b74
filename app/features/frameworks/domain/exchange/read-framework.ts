import type { z } from "zod";
import type {
  OwnFramework,
  ownCompetencySchema,
  ownFrameworkSchema,
  ownGroupSchema,
} from "../own/own-framework.ts";

/**
 * Why a part of a file is refused. `row` is that of a table as a spreadsheet counts, or the place in a list of other
 * files, counted from 1; left out where the whole is meant. `field` is the file's own word for it.
 */
export type FileProblem = {
  row?: number;
  field: string;
  code:
    | "missing"
    | "too-long"
    | "malformed"
    | "duplicate-id"
    | "unknown-group"
    | "not-in-draft"
    | "circular"
    | "unknown-level"
    | "level-twice"
    | "anchors-alike"
    | "differs-from-above"
    | "too-many"
    | "too-few-levels";
  values?: Record<string, string | number>;
};

/** What was read in another way than it was written, or left out; `count` of them. */
export type FileNote = {
  code: "left-out" | "several-groups" | "name-shortened" | "without-place" | "levels-assumed";
  field: string;
  count: number;
};

/** What a file holds, without what was refused. */
export type ReadFramework = {
  framework: OwnFramework | null;
  problems: FileProblem[];
  notes: FileNote[];
};

export type CompetencyInput = z.input<typeof ownCompetencySchema>;
export type GroupInput = z.input<typeof ownGroupSchema>;
type FrameworkInput = z.input<typeof ownFrameworkSchema>;

/** A part of a file with where it stands there. */
export type Placed<Entry> = { row?: number; entry: Entry };

/** What a reader of any format found, to be put together by `assemble`. */
export type Found = {
  about: Omit<FrameworkInput, "groups" | "competencies">;
  groups: Placed<GroupInput>[];
  competencies: Placed<CompetencyInput>[];
  problems?: FileProblem[];
  notes?: FileNote[];
};

/** A framework with what a file says of where its competencies stand. */
export type InPillar = {
  framework: OwnFramework;
  /** How many rows were taken. */
  taken: number;
  problems: FileProblem[];
  notes: FileNote[];
};

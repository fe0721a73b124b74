import type { PillarFormat } from "./place-in-pillar.ts";
import type { ReadFormat } from "./read-any.ts";
import type { FileNote, FileProblem, ReadFramework } from "./read-framework.ts";

/** What there is to say of a file that a draft was begun with. */
export type FileReading = {
  file: string;
  format: ReadFormat | PillarFormat;
  /** The first of them, and how many there are. */
  problems: FileProblem[];
  refused: number;
  notes: FileNote[];
};

/** As many as anybody reads; their count is told beside. */
const PROBLEMS_KEPT = 500;

export function fileReading(
  file: string,
  format: FileReading["format"],
  { problems, notes }: Pick<ReadFramework, "problems" | "notes">,
): FileReading {
  return {
    ...{ file, format, notes },
    problems: problems.slice(0, PROBLEMS_KEPT),
    refused: problems.length,
  };
}

import { type EvidenceSource, evidenceSources } from "../evidence.ts";
import { ageOf, type LevelAge, levelAges } from "../level-age.ts";
import type { TableLevel } from "../table-level.ts";
import { standingOf } from "./gap.ts";
import type { Needed } from "./needed.ts";

/** One cell of a table as a page has it. */
export type Cell = {
  /** null: not assessed. */
  level: { estimate: number; lower: number; upper: number; age: LevelAge } | null;
  sources: readonly EvidenceSource[];
  needed: number | null;
  short: boolean;
};

/** Numbers of one cell in a row: thousands of cells go to a page as plain numbers, which is what takes least. */
const WIDTH = 6;
const EXACT = 100;

/** A row of cells as numbers, in hundredths of a level; `unpackCells` reads them. */
export function packCells(
  row: readonly { level: TableLevel | undefined; needed: Needed | null }[],
  today: string,
): number[] {
  return row.flatMap(({ level, needed }) => {
    const wanted = needed?.level ?? 0;
    if (!level) return [0, 0, 0, 0, 0, wanted];
    const isShort = needed !== null && standingOf(level, needed.level) === "short";
    return [
      ...[level.estimate, level.lower, level.upper].map((each) => Math.round(each * EXACT)),
      levelAges.indexOf(ageOf(level.newestOn, today)),
      sourcesAsNumber(level.sources) * 2 + (isShort ? 1 : 0),
      wanted,
    ];
  });
}

export function unpackCells(numbers: readonly number[]): Cell[] {
  return Array.from({ length: numbers.length / WIDTH }, (_, at) => {
    const [estimate = 0, lower = 0, upper = 0, age = 0, marks = 0, needed = 0] = numbers.slice(
      at * WIDTH,
      (at + 1) * WIDTH,
    );
    return {
      level:
        estimate === 0
          ? null
          : {
              ...{ estimate: estimate / EXACT, lower: lower / EXACT, upper: upper / EXACT },
              age: levelAges[age] ?? "older",
            },
      sources: evidenceSources.filter((_each, bit) => (Math.floor(marks / 2) & (1 << bit)) !== 0),
      needed: needed === 0 ? null : needed,
      short: marks % 2 === 1,
    };
  });
}

function sourcesAsNumber(sources: readonly EvidenceSource[]): number {
  return sources.reduce((bits, source) => bits | (1 << evidenceSources.indexOf(source)), 0);
}

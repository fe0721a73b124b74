import type { EvidenceSource } from "./evidence.ts";
import type { KnownLevel } from "./known-level.ts";

/** A level as tables of many people have it. */
export type TableLevel = Omit<KnownLevel, "evidence">;

/** How sure a level is. */
export type LevelRange = Pick<TableLevel, "estimate" | "sd" | "lower" | "upper">;

/** Levels by person; of whoever is not in it nothing is known. */
export type LevelsByPerson = ReadonlyMap<string, TableLevels>;

const WIDTH = 6;

/**
 * One person's levels by competency; what is not in it is not assessed, which is no level. Packed, as figures go
 * through hundreds of thousands of levels for each page: with an object for each, nine tenths of the time is spent on
 * finding them in memory. Whoever goes through them asks by number, from 0 to `size`.
 */
export class TableLevels {
  readonly size: number;
  readonly #competencies: readonly string[];
  readonly #numbers: Float64Array;
  readonly #sources: readonly (readonly EvidenceSource[])[];
  #places: ReadonlyMap<string, number> | undefined;

  constructor(levels: Iterable<readonly [competency: string, level: TableLevel]>) {
    const all = [...levels];
    this.size = all.length;
    this.#competencies = all.map(([competency]) => competency);
    this.#numbers = new Float64Array(all.length * WIDTH);
    for (const [at, [, { n, estimate, sd, lower, upper, newestOn }]] of all.entries())
      this.#numbers.set([estimate, sd, lower, upper, n, dayNumber(newestOn)], at * WIDTH);
    this.#sources = all.map(([, { sources }]) => shared(sources));
  }

  competencyAt(at: number): string {
    return this.#competencies[at] ?? "";
  }

  /** The day of the newest word, as `dayNumber` has it. */
  newestAt(at: number): number {
    return this.#numbers[at * WIDTH + 5] as number;
  }

  rangeAt(at: number): LevelRange {
    const first = at * WIDTH;
    return {
      estimate: this.#numbers[first] as number,
      sd: this.#numbers[first + 1] as number,
      lower: this.#numbers[first + 2] as number,
      upper: this.#numbers[first + 3] as number,
    };
  }

  get(competency: string): TableLevel | undefined {
    this.#places ??= new Map(this.#competencies.map((each, at) => [each, at]));
    const at = this.#places.get(competency);
    return at === undefined ? undefined : this.#levelAt(at);
  }

  *entries(): Generator<[competency: string, level: TableLevel]> {
    for (let at = 0; at < this.size; at++) yield [this.competencyAt(at), this.#levelAt(at)];
  }

  #levelAt(at: number): TableLevel {
    const n = this.#numbers[at * WIDTH + 4] as number;
    const [newestOn, sources] = [dateOf(this.newestAt(at)), this.#sources[at] ?? []];
    return { n, ...this.rangeAt(at), newestOn, sources };
  }
}

/** Calendar dates as numbers in the same order: 2026-03-02 is 20260302. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll("-", ""));
}

function dateOf(day: number): string {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Lists of sources are few; each is kept once. */
const kept = new Map<string, readonly EvidenceSource[]>();

function shared(sources: readonly EvidenceSource[]): readonly EvidenceSource[] {
  const key = sources.join();
  const before = kept.get(key) ?? sources;
  kept.set(key, before);
  return before;
}

import type { TableLevels } from "../domain/table-level.ts";

type Kept = { stamp: string; levels: TableLevels };

/** So many levels are kept at most, of all organisations together; about 100 MB. */
const MOST_KEPT = 1_000_000;

/**
 * Levels that were computed before, so that a table of thousands computes those of people about whom something changed
 * since. It knows nobody's rights: whoever takes from it asks for people that an actor may read.
 */
export class LevelShelf {
  readonly #most: number;
  // Whatever was asked for last stands last.
  readonly #parts = new Map<string, Map<string, Kept>>();

  constructor(most = MOST_KEPT) {
    this.#most = most;
  }

  /** Of one view of one day, the levels of a person as they are under this stamp; undefined when they aren't there. */
  get(part: string, personId: string, stamp: string): TableLevels | undefined {
    const kept = this.#parts.get(part)?.get(personId);
    return kept?.stamp === stamp ? kept.levels : undefined;
  }

  /** Keeps levels, and forgets the views that were not asked for longest once there are too many. */
  keep(part: string, levels: Iterable<[personId: string, kept: Kept]>): void {
    const own = this.#parts.get(part) ?? new Map<string, Kept>();
    this.#parts.delete(part);
    this.#parts.set(part, own);
    for (const [personId, kept] of levels) own.set(personId, kept);
    for (const [oldest] of this.#parts) {
      if (this.count <= this.#most) return;
      this.#parts.delete(oldest);
    }
  }

  get count(): number {
    let count = 0;
    for (const part of this.#parts.values())
      for (const { levels } of part.values()) count += levels.size;
    return count;
  }
}

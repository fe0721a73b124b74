import type { CoverTable } from "./cover-table.ts";
import { addOne } from "./how-many-could.ts";

/** One skill that a piece of work needs. */
export interface TeamNeed {
  skill: number;
  /** How many should be able to; 1 unless told. */
  people?: number;
  /** How much it counts beside the others; 1 unless told. */
  weight?: number;
}

/**
 * How far a team fills needs: for each, the expected share of the places for it that are filled, E min(N, places) /
 * places; together their weighted mean. It grows with every member, by less the more there are already (monotone and
 * submodular), which is what the bounds in `composeTeam` rest on.
 */
export class TeamValue {
  readonly #table: CoverTable;
  readonly #wanted: { skill: number; places: number; weight: number }[];

  constructor(table: CoverTable, needs: readonly TeamNeed[]) {
    this.#table = table;
    const total = needs.reduce((sum, { weight = 1 }) => sum + weight, 0);
    this.#wanted = needs.map(({ skill, people = 1, weight = 1 }) => ({
      skill,
      places: people,
      weight: weight / total,
    }));
  }

  /** The chance that a person is there and could; 0 when that isn't known. */
  chance(person: number, skill: number): number {
    const { chances, skills, availability } = this.#table;
    const could = chances[person * skills + skill] as number;
    return Number.isNaN(could) ? 0 : could * (availability?.[person] ?? 1);
  }

  /** For each need, the chances of 0, 1, ... who could, among nobody. */
  empty(): Float64Array[] {
    return this.#wanted.map(({ places }) => {
      const counts = new Float64Array(places + 1);
      counts[0] = 1;
      return counts;
    });
  }

  with(state: readonly Float64Array[], person: number): Float64Array[] {
    return state.map((counts, at) => {
      const { skill } = this.#wanted[at] as { skill: number };
      const next = counts.slice();
      addOne(next, 0, next.length, this.chance(person, skill));
      return next;
    });
  }

  of(state: readonly Float64Array[]): number {
    let value = 0;
    this.#wanted.forEach(({ places, weight }, at) => {
      const counts = state[at] as Float64Array;
      let filled = 0;
      for (let k = 1; k <= places; k++) filled += k * (counts[k] as number);
      value += (weight * filled) / places;
    });
    return value;
  }

  /** By how much one more person adds to the value: a place is filled when fewer than all are. */
  gain(state: readonly Float64Array[], person: number): number {
    let gain = 0;
    this.#wanted.forEach(({ skill, places, weight }, at) => {
      const open = 1 - ((state[at] as Float64Array)[places] as number);
      gain += (weight * open * this.chance(person, skill)) / places;
    });
    return gain;
  }
}

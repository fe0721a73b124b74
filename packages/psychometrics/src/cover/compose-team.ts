import { type CoverTable, checkCoverTable } from "./cover-table.ts";
import { searchTeam } from "./search-team.ts";
import { type TeamNeed, TeamValue } from "./team-value.ts";

export interface ComposeTeamOptions {
  /** How many the team has at most, those who are set included. */
  size: number;
  /** Who is on it in any case. */
  set?: readonly number[];
  /** Who could be asked; everybody unless told. */
  from?: readonly number[];
  /** How many proposals, at most; 3 unless told. */
  proposals?: number;
  /** How often people are weighed before the search ends with a bound in place of a proof; 100,000 unless told. */
  patience?: number;
}

export interface TeamProposal {
  /** In rising order. */
  people: number[];
  /** Weighted mean over the needs of the expected share of filled places, from 0 to 1. */
  value: number;
  /** No team under the same conditions has a value above this; it is `value` when `exact`. */
  bound: number;
  exact: boolean;
  /** Who was left out on purpose, to see who could take the place; null in the first proposal. */
  without: number | null;
  /** For every need, the chance that all its places are filled, and who is the likeliest to fill one. */
  needs: { skill: number; filled: number; likeliest: number | null }[];
}

/**
 * Teams for a piece of work. First the best there is by the expected share of filled places; then, for each of its
 * members who is not set, the best without them, the best of these first, so that there is always a plan for the case
 * that somebody can't. Small searches are exact (branch and bound); one that outlasts `patience` gives the best team
 * found, at least 1 - 1/e of what is possible by then (Nemhauser, Wolsey and Fisher 1978), and a bound on the rest.
 * Nobody is added who adds nothing. Who isn't assessed in a skill isn't counted on for it. Throws a RangeError for
 * needs, numbers and sizes that are none.
 */
export function composeTeam(
  table: CoverTable,
  needs: readonly TeamNeed[],
  options: ComposeTeamOptions,
): TeamProposal[] {
  checkCoverTable(table);
  checkNeeds(table, needs);
  checkOptions(table, options);
  const { set = [], size, proposals = 3, patience = 100_000 } = options;
  const from = options.from ?? Array.from({ length: table.people }, (_, person) => person);
  const free = [...new Set(from)].filter((person) => !set.includes(person));
  const value = new TeamValue(table, needs);
  const proposal = (without: number | null): TeamProposal => {
    const candidates = free.filter((person) => person !== without);
    const found = searchTeam(value, { set, candidates, size, patience });
    return { ...found, without, needs: filledBy(value, needs, found.people) };
  };
  const best = proposal(null);
  const members = best.people.filter((person) => !set.includes(person));
  const others = proposals > 1 ? members.map(proposal) : [];
  others.sort((a, b) => b.value - a.value || (a.without ?? 0) - (b.without ?? 0));
  return distinct([best, ...others]).slice(0, proposals);
}

function distinct(proposals: readonly TeamProposal[]): TeamProposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ people }) => {
    const team = people.join(" ");
    if (seen.has(team)) return false;
    seen.add(team);
    return true;
  });
}

function filledBy(
  value: TeamValue,
  needs: readonly TeamNeed[],
  people: readonly number[],
): TeamProposal["needs"] {
  const state = people.reduce((counts, person) => value.with(counts, person), value.empty());
  return needs.map(({ skill }, at) => {
    let likeliest: number | null = null;
    for (const person of people) {
      const most = likeliest === null ? 0 : value.chance(likeliest, skill);
      if (value.chance(person, skill) > most) likeliest = person;
    }
    return { skill, filled: state[at]?.at(-1) ?? 0, likeliest };
  });
}

function checkNeeds({ skills }: CoverTable, needs: readonly TeamNeed[]): void {
  if (needs.length === 0) throw new RangeError("a team for no needs");
  for (const { skill, people = 1, weight = 1 } of needs) {
    if (!isIndex(skill, skills)) throw new RangeError(`no skill has number ${skill}`);
    if (!(Number.isInteger(people) && people >= 1)) throw new RangeError(`${people} places`);
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`weight ${weight}`);
  }
}

function checkOptions({ people }: CoverTable, options: ComposeTeamOptions): void {
  const { set = [], from = [], size, proposals = 1 } = options;
  for (const person of [...set, ...from])
    if (!isIndex(person, people)) throw new RangeError(`nobody has number ${person}`);
  if (!(Number.isInteger(size) && size >= 1 && size >= new Set(set).size))
    throw new RangeError(`a team of ${size}`);
  if (!(Number.isInteger(proposals) && proposals >= 1))
    throw new RangeError(`${proposals} proposals`);
}

function isIndex(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

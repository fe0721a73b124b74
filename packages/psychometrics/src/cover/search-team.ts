import type { TeamValue } from "./team-value.ts";

interface Search {
  set: readonly number[];
  candidates: readonly number[];
  size: number;
  patience: number;
}

interface Found {
  people: number[];
  value: number;
  bound: number;
  exact: boolean;
}

/** Below this, more is rounding. */
const NOTHING = 1e-12;

/**
 * The team of greatest value, by branch and bound from the greedy one: as members add less and less, no team holds
 * more than what is there and the largest gains that are left, as many as there are places.
 */
export function searchTeam(value: TeamValue, { set, candidates, size, patience }: Search): Found {
  const start = [...new Set(set)].reduce((state, p) => value.with(state, p), value.empty());
  const places = size - new Set(set).size;
  const greedy = greedyTeam(value, start, candidates, places);
  let best = { people: greedy, value: valueOfTeam(value, start, greedy) };
  let weighed = 0;
  let left = 0;

  const branch = (
    state: Float64Array[],
    team: readonly number[],
    rest: readonly number[],
    open: number,
  ): void => {
    const here = value.of(state);
    if (here > best.value + NOTHING) best = { people: [...team], value: here };
    if (open === 0) return;
    weighed += rest.length;
    const gains = rest
      .map((person) => ({ person, gain: value.gain(state, person) }))
      .filter(({ gain }) => gain > NOTHING)
      .sort((a, b) => b.gain - a.gain || a.person - b.person);
    // With the first of the list or without it, and so on: no team is met twice.
    let window = gains.slice(0, open).reduce((sum, { gain }) => sum + gain, 0);
    for (let at = 0; at < gains.length; at++) {
      const bound = here + window;
      if (bound <= best.value + NOTHING) return;
      if (weighed >= patience) {
        left = Math.max(left, bound);
        return;
      }
      const { person, gain } = gains[at] as { person: number; gain: number };
      const after = gains.slice(at + 1).map((each) => each.person);
      branch(value.with(state, person), [...team, person], after, open - 1);
      window += (gains[at + open]?.gain ?? 0) - gain;
    }
  };
  branch(start, [], candidates, places);

  const people = [...new Set([...set, ...best.people])].sort((a, b) => a - b);
  const bound = Math.min(1, Math.max(best.value, left));
  return { people, value: best.value, bound, exact: left <= best.value + NOTHING };
}

function greedyTeam(
  value: TeamValue,
  start: Float64Array[],
  candidates: readonly number[],
  places: number,
): number[] {
  let state = start;
  const team: number[] = [];
  while (team.length < places) {
    let next: { person: number; gain: number } | null = null;
    for (const person of candidates) {
      if (team.includes(person)) continue;
      const gain = value.gain(state, person);
      if (gain > (next?.gain ?? NOTHING)) next = { person, gain };
    }
    if (next === null) break;
    team.push(next.person);
    state = value.with(state, next.person);
  }
  return team;
}

function valueOfTeam(value: TeamValue, start: Float64Array[], team: readonly number[]): number {
  return value.of(team.reduce((state, person) => value.with(state, person), start));
}

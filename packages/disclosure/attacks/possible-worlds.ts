import { type DisclosurePolicy, discloseReportFigures } from "../src/index.ts";

/** The answers of each group to one question, ascending; null where a rater can't say. */
export type World = readonly (readonly (number | null)[])[];

/** Every multiset of n answers on a scale from 1 to `high`, or none. */
function answersOf(n: number, high: number, from = 1): (number | null)[][] {
  if (n === 0) return [[]];
  const result: (number | null)[][] = [];
  for (let first = from; first <= high + 1; first++) {
    for (const rest of answersOf(n - 1, high, first)) {
      result.push([first > high ? null : first, ...rest]);
    }
  }
  return result;
}

/** The extreme draws stand for all others: whatever may be withheld is, or nothing that need not be. */
const WITHHOLD = 0;
const SHOW = 1 - 1e-6;

/**
 * What a report may show in this world, by every run of draws. A second question that all answer keeps the groups as
 * they are. `apart` are the answers of raters who don't count.
 */
function views(world: World, apart: World, high: number, policy: DisclosurePolicy): Set<string> {
  const scale = { low: 1, high };
  const from = (groups: World, counts: boolean) =>
    groups.flatMap((group, at) =>
      group.map((answer) => ({ relationship: `group ${at}`, ratings: [answer, 2], counts })),
    );
  const input = {
    items: ["asked", "other"].map((id) => ({ id, competency: null, scale })),
    competencies: [],
    responses: [...from(world, true), ...from(apart, false)],
  };
  const seen = new Set<string>();
  const look = (begun: readonly number[]) => {
    const drawn: number[] = [];
    const chance = () => {
      const draw = begun[drawn.length] ?? SHOW;
      drawn.push(draw);
      return draw;
    };
    const { decision, figures } = discloseReportFigures({ ...input, chance }, policy);
    const asked = figures.map(({ id, items }) => [id, items.asked]);
    seen.add(JSON.stringify([decision, asked]));
    for (let at = begun.length; at < drawn.length; at++) look([...drawn.slice(0, at), WITHHOLD]);
  };
  look([]);
  return seen;
}

/** Whether every one of these sets holds nothing but one and the same answer (or no answer). */
function certain(sets: readonly (readonly (number | null)[])[]): boolean {
  const first = sets[0]?.[0];
  return first !== undefined && sets.every((set) => set.every((answer) => answer === first));
}

function without(set: readonly (number | null)[], own: number | null) {
  const at = set.indexOf(own);
  return set.filter((_, index) => index !== at);
}

function worldsOf(sizes: readonly number[], high: number): World[] {
  let worlds: World[] = [[]];
  for (const size of sizes) {
    const own = answersOf(size, high);
    worlds = worlds.flatMap((world) => own.map((group) => [...world, group]));
  }
  return worlds;
}

/**
 * The strongest attacker there is: one who knows the rules, the groups and their sizes, and considers
 * every set of answers, skipped ones too, that would have looked the same. Returns the views in which
 * this tells what every (other) rater of some group said, or that all of them skipped: for a reader,
 * and for each possible rater who adds their own answer.
 */
export function tellingWorlds(
  sizes: readonly number[],
  high: number,
  policy: DisclosurePolicy,
): string[] {
  const telling: string[] = [];
  const seen = Map.groupBy(
    worldsOf(sizes, high).flatMap((world) =>
      [...views(world, [], high, policy)].map((view) => ({ view, world })),
    ),
    ({ view }) => view,
  );
  for (const alike of [...seen.values()].map((found) => found.map(({ world }) => world))) {
    for (const group of sizes.keys()) {
      const about = (who: readonly World[]) => who.map((world) => world[group] ?? []);
      if (certain(about(alike))) telling.push(`a reader about group ${group}`);
      for (const own of [null, ...Array.from({ length: high }, (_, at) => at + 1)]) {
        for (const from of sizes.keys()) {
          const mine = alike.filter((world) => world[from]?.includes(own));
          const others = about(mine).map((set) => (from === group ? without(set, own) : set));
          if (certain(others)) telling.push(`${own} in group ${from} about group ${group}`);
        }
      }
    }
  }
  return telling;
}

/**
 * A participant with puppets: of each group's raters, `puppets` gave the answers the participant wanted, whatever those
 * are, and don't count (all count when `counted`). Returns the views in which this tells what all others of a group
 * said. The puppets may be honest people, too: so also the views in which they are found out, beyond the stated limit.
 */
export function worldsWithPuppets(
  sizes: readonly number[],
  puppets: readonly number[],
  high: number,
  policy: DisclosurePolicy,
  counted = false,
): string[] {
  const telling: string[] = [];
  const worlds = worldsOf(sizes, high);
  const nobody = sizes.map(() => []);
  const seenIn = (world: World, own: World) => {
    const together = world.map((group, at) => [...group, ...(own[at] ?? [])]);
    return counted ? views(together, nobody, high, policy) : views(world, own, high, policy);
  };
  const all = new Map<string, { world: World; own: World }[]>();
  for (const own of worldsOf(puppets, high)) {
    const seen = Map.groupBy(
      worlds.flatMap((world) => [...seenIn(world, own)].map((view) => ({ view, world, own }))),
      ({ view }) => view,
    );
    for (const [view, alike] of seen) {
      all.set(view, [...(all.get(view) ?? []), ...alike]);
      for (const group of sizes.keys())
        if (certain(alike.map(({ world }) => world[group] ?? [])))
          telling.push(`the participant about group ${group}, with ${JSON.stringify(own)}`);
    }
  }
  for (const alike of all.values()) telling.push(...toldWithoutPuppets(sizes, high, alike));
  return telling;
}

/**
 * What a view tells someone who knows of no puppet's answers: of those who count, and of those who don't. That these
 * couldn't say (n tells) or are at an end of the scale (the average is as near to it as those who count let it be) is
 * the stated limit.
 */
function* toldWithoutPuppets(
  sizes: readonly number[],
  high: number,
  alike: readonly { world: World; own: World }[],
): Generator<string> {
  const beyondLimit = (sets: World) =>
    certain(sets) && ![null, 1, high].includes(sets[0]?.[0] ?? null);
  for (const group of sizes.keys()) {
    if (beyondLimit(alike.map(({ own }) => own[group] ?? [])))
      yield `a reader about group ${group}'s who don't count`;
    for (const own of [null, ...Array.from({ length: high }, (_, at) => at + 1)]) {
      const mine = alike.filter(({ world }) => world[group]?.includes(own));
      if (certain(mine.map(({ world }) => without(world[group] ?? [], own))))
        yield `${own} in group ${group} about the others in it who count`;
      if (beyondLimit(mine.map((each) => each.own[group] ?? [])))
        yield `${own} in group ${group} about the others in it who don't`;
    }
  }
}

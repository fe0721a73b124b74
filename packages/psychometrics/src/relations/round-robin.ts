type Id = string | number;

export interface RoundRobinRating {
  /** The team; left out when there is a single one. */
  group?: Id;
  /** Who rates, the actor, and who is rated, the partner. */
  rater: Id;
  ratee: Id;
  value: number;
}

/** A complete round robin: values[i][j] is what member i gave member j; the diagonal is not read. */
export interface RoundRobin {
  group: Id;
  members: Id[];
  values: number[][];
}

/**
 * Why a team can't be taken apart: below four members nothing is left over, and a gap or a second rating of the same
 * pair is no round robin.
 */
export type RoundRobinProblem = "group-too-small" | "missing-cells" | "rated-twice";

export interface LeftOut {
  group: Id;
  reason: RoundRobinProblem;
  members: number;
}

/** Fewest members: with three, what actors and partners don't account for leaves no degree of freedom for dyads. */
const FEWEST = 4;

/** Ratings by team, complete ones apart from those with a problem; ratings of oneself are counted and not used. */
export function roundRobins(ratings: readonly RoundRobinRating[]): {
  complete: RoundRobin[];
  leftOut: LeftOut[];
  selfRatings: number;
} {
  const byGroup = Map.groupBy(ratings, ({ group = 0 }) => group);
  const complete: RoundRobin[] = [];
  const leftOut: LeftOut[] = [];
  let selfRatings = 0;
  for (const [group, all] of byGroup) {
    const own = all.filter(({ rater, ratee }) => rater !== ratee);
    selfRatings += all.length - own.length;
    const members = [...new Set(own.flatMap(({ rater, ratee }) => [rater, ratee]))];
    const found = tableOf(own, members);
    if (typeof found === "string") leftOut.push({ group, reason: found, members: members.length });
    else complete.push({ group, members, values: found });
  }
  return { complete, leftOut, selfRatings };
}

function tableOf(
  ratings: readonly RoundRobinRating[],
  members: readonly Id[],
): number[][] | RoundRobinProblem {
  if (members.length < FEWEST) return "group-too-small";
  const index = new Map(members.map((id, i) => [id, i]));
  const values = members.map(() => new Array<number>(members.length).fill(Number.NaN));
  let filled = 0;
  for (const { rater, ratee, value } of ratings) {
    if (!Number.isFinite(value)) continue;
    const row = values[index.get(rater) as number] as number[];
    const at = index.get(ratee) as number;
    if (!Number.isNaN(row[at])) return "rated-twice";
    row[at] = value;
    filled++;
  }
  return filled === members.length * (members.length - 1) ? values : "missing-cells";
}

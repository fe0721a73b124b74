import type { RoundRobin } from "./round-robin.ts";

/** Variances and covariances of one team or of many, negative estimates kept. */
export interface RelationComponents {
  /** How far members differ in what they give, and in what they get. */
  actor: number;
  partner: number;
  /** What is particular to who rates whom, error included: one rating per pair can't tell them apart. */
  relationship: number;
  /** Whether who gives much gets much, over members; and within pairs, beyond what both give and get otherwise. */
  actorPartner: number;
  dyadic: number;
}

export interface MemberEffect {
  id: string | number;
  /** How much more than the team's mean they give, and get. */
  actor: number;
  partner: number;
}

export interface GroupRelations {
  group: string | number;
  size: number;
  mean: number;
  components: RelationComponents;
  members: MemberEffect[];
}

/**
 * Actor and partner effects and variance components of one complete round robin (Warner, Kenny and Stoto 1979; Kenny
 * 1994, appendix B): effects are row and column means corrected for nobody rating themselves, components what their
 * mean squares would have to come from.
 */
export function groupRelations({ group, members, values }: RoundRobin): GroupRelations {
  const n = members.length;
  const given = values.map((row, i) => meanBut(row, i));
  const got = members.map((_, j) =>
    meanBut(
      values.map((row) => row[j]),
      j,
    ),
  );
  const mean = given.reduce((a, b) => a + b, 0) / n;
  const effect = (own: number, other: number) =>
    ((n - 1) * ((n - 1) * (own - mean) + (other - mean))) / (n * (n - 2));
  const effects = members.map((id, i) => ({
    id,
    actor: effect(given[i], got[i]),
    partner: effect(got[i], given[i]),
  }));
  return {
    group,
    size: n,
    mean,
    components: componentsOf(values, effects, mean),
    members: effects,
  };
}

function meanBut(list: readonly number[], out: number): number {
  return list.reduce((sum, v, i) => (i === out ? sum : sum + v), 0) / (list.length - 1);
}

function componentsOf(
  values: readonly (readonly number[])[],
  effects: readonly MemberEffect[],
  mean: number,
): RelationComponents {
  const n = effects.length;
  const rest = (i: number, j: number) =>
    (values[i] as number[])[j] -
    mean -
    (effects[i] as MemberEffect).actor -
    (effects[j] as MemberEffect).partner;
  let [sums, differences] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      sums += (rest(i, j) + rest(j, i)) ** 2 / 2;
      differences += (rest(i, j) - rest(j, i)) ** 2 / 2;
    }
  }
  const pairs = ((n - 1) * (n - 2)) / 2;
  const [between, within] = [sums / (pairs - 1), differences / pairs];
  const relationship = (between + within) / 2;
  const dyadic = (between - within) / 2;
  const product = (a: "actor" | "partner", b: "actor" | "partner") =>
    effects.reduce((sum, own) => sum + own[a] * own[b], 0) / (n - 1);
  const [own, other] = [(n - 1) / (n * (n - 2)), 1 / (n * (n - 2))];
  return {
    actor: product("actor", "actor") - own * relationship - other * dyadic,
    partner: product("partner", "partner") - own * relationship - other * dyadic,
    relationship,
    actorPartner: product("actor", "partner") - own * dyadic - other * relationship,
    dyadic,
  };
}

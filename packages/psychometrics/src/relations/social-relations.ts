import { type LevelOption, levelOf } from "../data/level.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { tCdf, tTwoSided } from "../distributions/t-cdf.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { type GroupRelations, groupRelations, type RelationComponents } from "./group-relations.ts";
import {
  type LeftOut,
  type RoundRobin,
  type RoundRobinProblem,
  type RoundRobinRating,
  roundRobins,
} from "./round-robin.ts";

/** A component over teams, with how far teams differ in it; null with a single team, or teams that do not differ. */
export interface PooledComponent {
  /** Negative values are kept. */
  estimate: number;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  t: number | null;
  /** Of a variance being above 0 (one-sided), of a covariance being other than 0 (two-sided). */
  p: number | null;
}

export interface TeamRelations extends GroupRelations {
  /**
   * Of members' effects in a team of this size, from the pooled components (Bonito and Kenny 2010); null where the
   * variance is not above 0.
   */
  reliability: { actor: number | null; partner: number | null };
}

export interface SocialRelations {
  ok: true;
  /** Ratings, members and teams used. */
  n: number;
  members: number;
  groups: number;
  components: Record<keyof RelationComponents, PooledComponent>;
  /** Of the three variances together, negative ones as 0; null when none is above 0. */
  shares: { actor: number; partner: number; relationship: number } | null;
  /** Covariances as correlations, kept within -1 and 1; null where a variance is not above 0. */
  reciprocity: { generalized: number | null; dyadic: number | null };
  teams: TeamRelations[];
  leftOut: LeftOut[];
  /** Ratings of oneself, which are not used. */
  selfRatings: number;
  level: number;
}

export type SocialRelationsResult =
  | SocialRelations
  | {
      ok: false;
      reason: RoundRobinProblem | "no-ratings" | "no-variance";
      /** The first team with the problem. */
      group: string | number | null;
    };

export interface SocialRelationsOptions extends LevelOption {
  /**
   * refuse (unless told): one team with a problem, and there is no result; leave-out: the others are used, and
   * `leftOut` names it.
   */
  incomplete?: "refuse" | "leave-out";
}

/**
 * Social relations model (Kenny and La Voie 1984) of teams in which all rate all: what of a rating is the rater's, what
 * the ratee's, and what is between the two. Each team by the method of Warner, Kenny and Stoto (1979); components are
 * means over teams weighted by members less one, with errors and t tests from how teams differ (degrees of freedom:
 * teams less one). Needs four members or more and every rating between them, once: nothing is filled in, as the
 * formulas hold for complete round robins only.
 */
export function socialRelations(
  ratings: readonly RoundRobinRating[],
  options: SocialRelationsOptions = {},
): SocialRelationsResult {
  const level = levelOf(options);
  const { complete, leftOut, selfRatings } = roundRobins(ratings);
  const [problem] = leftOut;
  if (problem !== undefined && (options.incomplete !== "leave-out" || complete.length === 0))
    return { ok: false, reason: problem.reason, group: problem.group };
  if (complete.length === 0) return { ok: false, reason: "no-ratings", group: null };
  if (!complete.some(varies)) return { ok: false, reason: "no-variance", group: null };
  const teams = complete.map(groupRelations);
  const pooled = (name: keyof RelationComponents) => pool(teams, name, level);
  const components = {
    actor: pooled("actor"),
    partner: pooled("partner"),
    relationship: pooled("relationship"),
    actorPartner: pooled("actorPartner"),
    dyadic: pooled("dyadic"),
  };
  return {
    ok: true,
    n: teams.reduce((sum, { size }) => sum + size * (size - 1), 0),
    members: teams.reduce((sum, { size }) => sum + size, 0),
    groups: teams.length,
    components,
    shares: sharesOf(components),
    reciprocity: reciprocityOf(components),
    teams: teams.map((team) => ({ ...team, reliability: reliabilityOf(components, team.size) })),
    leftOut,
    selfRatings,
    level,
  };
}

function varies({ values }: RoundRobin): boolean {
  return sumOfSquares(values.flatMap((row, i) => row.filter((_, j) => j !== i))).ss > 0;
}

function pool(
  teams: readonly GroupRelations[],
  name: keyof RelationComponents,
  level: number,
): PooledComponent {
  const weights = teams.map(({ size }) => size - 1);
  const whole = weights.reduce((a, b) => a + b, 0);
  const values = teams.map(({ components }) => components[name]);
  const estimate = values.reduce((sum, v, g) => sum + v * weights[g], 0) / whole;
  const squares = values.reduce((sum, v, g) => sum + weights[g] * (v - estimate) ** 2, 0);
  const df = teams.length - 1;
  const standardError = Math.sqrt(squares / df / whole);
  if (df === 0 || !(standardError > 1e-14 * Math.abs(estimate))) {
    return { estimate, standardError: null, lower: null, upper: null, t: null, p: null };
  }
  const half = tQuantile((1 + level) / 2, df) * standardError;
  const t = estimate / standardError;
  const covariance = name === "actorPartner" || name === "dyadic";
  return {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    t,
    p: covariance ? tTwoSided(t, df) : tCdf(-t, df),
  };
}

type Pooled = SocialRelations["components"];

function sharesOf(components: Pooled): SocialRelations["shares"] {
  const above = (name: "actor" | "partner" | "relationship") =>
    Math.max(0, components[name].estimate);
  const [actor, partner, relationship] = [above("actor"), above("partner"), above("relationship")];
  const total = actor + partner + relationship;
  if (!(total > 0)) return null;
  return { actor: actor / total, partner: partner / total, relationship: relationship / total };
}

function reciprocityOf(components: Pooled): SocialRelations["reciprocity"] {
  const within = (r: number) => Math.max(-1, Math.min(1, r));
  const { actor, partner, relationship, actorPartner, dyadic } = components;
  const generalized = actorPartner.estimate / Math.sqrt(actor.estimate * partner.estimate);
  return {
    generalized: actor.estimate > 0 && partner.estimate > 0 ? within(generalized) : null,
    dyadic: relationship.estimate > 0 ? within(dyadic.estimate / relationship.estimate) : null,
  };
}

function reliabilityOf(components: Pooled, n: number): TeamRelations["reliability"] {
  const { relationship, dyadic } = components;
  const error = ((n - 1) * relationship.estimate + dyadic.estimate) / (n * (n - 2));
  const of = (variance: number) =>
    variance > 0 && error >= 0 ? variance / (variance + error) : null;
  return { actor: of(components.actor.estimate), partner: of(components.partner.estimate) };
}

import { type ToldCount, toldCount } from "~/features/development/domain/index.ts";
import type { PulseVerdict } from "../judge-change.ts";

/** Somebody of a round, and what their newest pulse says in all. */
export type Pulsed = { personId: string; verdict: PulseVerdict };

/** So many people, and how many of them moved. */
export type Share = { n: number; moved: number };

/** Why nothing is told by practice: too few on one side, or it would tell of a few people beside other counts. */
export type NoComparison = "few" | "beside-others";

/** What HR is told of a round's pulses. Told once, and never again. */
export type ToldChange = {
  moved: ToldCount;
  /** How the others divide, where each of the two may be told as well. */
  others: { cantTell: number; slipped: number } | null;
  byPractice: { told: true; practised: Share; not: Share } | { told: false; why: NoComparison };
};

/**
 * What may be told of the pulses of a round. How many moved is held as every count of people is (`toldCount`). The
 * other two are told with it only where each is as large as the minimum, since two of three give the third away.
 * `practice`: of everybody behind the count of those who practised, whether they did; null before it was told.
 */
export function toldChange(
  people: readonly Pulsed[],
  practice: ReadonlyMap<string, boolean> | null,
  least: number,
): ToldChange {
  const of = (verdict: PulseVerdict) => people.filter((each) => each.verdict === verdict).length;
  const moved = toldCount({ n: people.length, did: of("moved") }, least);
  const others = { cantTell: of("cant-tell"), slipped: of("slipped") };
  const both = Math.min(others.cantTell, others.slipped) >= least;
  return {
    moved,
    others: moved.told === "count" && both ? others : null,
    byPractice: byPractice(people, practice, least),
  };
}

/**
 * Told only where on both sides enough moved and enough did not, and where those of the round of whom no pulse says
 * anything could be told as well: how many of all practised is told elsewhere, and the rest is what is left of it.
 */
function byPractice(
  people: readonly Pulsed[],
  practice: ReadonlyMap<string, boolean> | null,
  least: number,
): ToldChange["byPractice"] {
  const no = (why: NoComparison) => ({ told: false, why }) as const;
  if (!practice) return no("few");
  if (people.some(({ personId }) => !practice.has(personId))) return no("beside-others");
  const [practised, not] = [true, false].map((did) => {
    const side = people.filter(({ personId }) => practice.get(personId) === did);
    return { n: side.length, moved: side.filter(({ verdict }) => verdict === "moved").length };
  });
  if (!practised || !not) return no("few");
  const exact = (n: number, did: number) => toldCount({ n, did }, least).told === "count";
  if (![practised, not].every(({ n, moved }) => exact(n, moved))) return no("few");
  const pulsed = new Set(people.map(({ personId }) => personId));
  const rest = [...practice].filter(([personId]) => !pulsed.has(personId));
  const restDid = rest.filter(([, did]) => did).length;
  if (rest.length > 0 && !exact(rest.length, restDid)) return no("beside-others");
  return { told: true, practised, not };
}

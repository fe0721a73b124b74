import type { Chance } from "../chance.ts";

/** One rater's score of one participant in one competency, in points of a scale from -2 to 2. */
export type Score = {
  readonly participant: number;
  readonly rater: number;
  readonly relationship: "manager" | "peer" | "report";
  readonly value: number;
};

/** A round that an attacker knows everything about but the scores. */
export type Round = {
  readonly participants: number;
  readonly raters: number;
  readonly scores: readonly Score[];
};

/** Standard deviations of participants, of raters' leniency, and of what is between one rater and one participant. */
export const spread = { participant: 0.5, leniency: 0.3, pair: 0.35 };

/** Scores are means of four answers. */
const STEPS = 4;

type Pair = Omit<Score, "value">;

type Design = (draw: Chance) => Pair[];

const peer = (participant: number, rater: number): Pair => ({
  participant,
  rater,
  relationship: "peer",
});

const range = (n: number) => Array.from({ length: n }, (_, at) => at);

function some(draw: Chance, from: readonly number[], n: number): number[] {
  const left = [...from];
  return range(Math.min(n, left.length)).map(() => left.splice(draw.below(left.length), 1)[0] ?? 0);
}

/** Who rates whom, in the ways that give most away and in those that are usual. */
const designs: Record<string, Design> = {
  "a team in which all rate all": (draw) => {
    const team = range(6 + draw.below(4));
    return team.flatMap((a) => team.filter((b) => b !== a).map((b) => peer(a, b)));
  },
  "all raters shared but one": (draw) =>
    range(6 + draw.below(6)).flatMap((a) => [...range(5).map((b) => peer(a, b)), peer(a, 100 + a)]),
  "everyone rates two": (draw) => {
    const participants = 8 + draw.below(6);
    return range(participants).flatMap((a) =>
      [a, (a + 1) % participants].flatMap((b) => range(3).map((c) => peer(a, 3 * b + c))),
    );
  },
  "a pool": (draw) => {
    const participants = 8 + draw.below(17);
    const pool = range(participants * (1 + draw.below(2)));
    return range(participants).flatMap((a) =>
      some(
        draw,
        pool.filter((b) => b !== a),
        6 + draw.below(3),
      ).map((b) => peer(a, b)),
    );
  },
  "line managers, peers and reports": (draw) => {
    const participants = 8 + draw.below(8);
    return range(participants).flatMap((a): Pair[] => [
      { participant: a, rater: 500 + Math.floor(a / 5), relationship: "manager" },
      ...some(
        draw,
        range(participants).filter((b) => b !== a),
        3,
      ).map((b) => peer(a, b)),
      ...range(3 + draw.below(2)).map(
        (b): Pair => ({ participant: a, rater: 1000 + 10 * a + b, relationship: "report" }),
      ),
    ]);
  },
};

/** A seeded round of one of the designs, in turn. */
export function makeRound(draw: Chance, at: number): Round {
  const makers = Object.values(designs);
  const pairs = makers[at % makers.length]?.(draw) ?? [];
  const numbers = new Map([...new Set(pairs.map(({ rater }) => rater))].map((id, n) => [id, n]));
  const participants = new Set(pairs.map(({ participant }) => participant)).size;
  const standing = range(participants).map(() => spread.participant * normal(draw));
  const lenient = range(numbers.size).map(() => spread.leniency * normal(draw));
  const scores = pairs.map((pair): Score => {
    const rater = numbers.get(pair.rater) ?? 0;
    const seen =
      (standing[pair.participant] ?? 0) + (lenient[rater] ?? 0) + spread.pair * normal(draw);
    const value = Math.max(-2, Math.min(2, Math.round(seen * STEPS) / STEPS));
    return { ...pair, rater, value };
  });
  return { participants, raters: numbers.size, scores };
}

/** A normal deviate (Box and Muller 1958). */
function normal(draw: Chance): number {
  const uniform = () => (draw.below(1_000_000) + 0.5) / 1_000_000;
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

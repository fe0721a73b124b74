import { audit, type Statement, standardPolicy } from "@twohats/disclosure";
import { seededRandom } from "@twohats/psychometrics";
import { describe, expect, test } from "vitest";
import { ALL, type Asked } from "./asked.ts";
import type { Means } from "./comparable.ts";
import { pulsePolicy } from "./pulse-policy.ts";
import type { PulseBehaviour, PulseResult } from "./pulse-result.ts";
import { tellPulse } from "./tell-pulse.ts";

// Whoever takes every rater to answer as before can take one telling from another. What follows then is looked for by
// the same program that attacks reports.

const policy = pulsePolicy(standardPolicy);
const SCALE = { low: -2, high: 2, centre: 0 };
const BEHAVIOUR: PulseBehaviour & { direction: "more" } = {
  ...{ item: "asks", since: "since", scale: SCALE, direction: "more" },
  spread: { sd: 0.8, from: "report" },
  questions: { centre: -0.2, betweenVariance: 0.2 },
};

type Rater = { id: string; group: string; answer: number; since: number };
const GROUPS = [
  { id: "manager", relationships: ["manager"], identified: true },
  { id: "peer", relationships: ["peer"], identified: false },
  { id: "direct_report", relationships: ["direct_report"], identified: false },
];

const askedOf = (raters: readonly Rater[]): Asked =>
  Object.fromEntries(
    Object.entries(Object.groupBy(raters, ({ group }) => group)).map(([group, own]) => [
      group,
      (own ?? []).map(({ id }) => id),
    ]),
  );

/** What a report said of the question in which nothing is withheld but what is too small, alone or by subtraction. */
function reported(raters: readonly Rater[]): Means {
  const mean = (own: readonly Rater[]) => ({
    mean: own.reduce((sum, { answer }) => sum + answer, 0) / own.length,
    n: own.length,
  });
  const groups = Object.groupBy(raters, ({ group }) => group);
  const small = Object.entries(groups).flatMap(([group, own = []]) =>
    group === "manager" || own.length >= 3 ? [] : own,
  );
  return Object.fromEntries([
    ...Object.entries(groups).flatMap(([group, own = []]) =>
      own.length >= 3 || group === "manager" ? [[group, mean(own)] as const] : [],
    ),
    ...(small.length === 0 || small.length >= 3 ? [[ALL, mean(raters)] as const] : []),
  ]);
}

type Round = {
  asked: readonly Rater[];
  answered: readonly Rater[];
  doubtful?: readonly string[];
};

function told(
  then: Round,
  now: Round,
  earlier: { round: Round; result: PulseResult }[],
  seed = 1,
): PulseResult {
  return tellPulse({
    behaviours: [BEHAVIOUR],
    groups: GROUPS,
    report: { asks: reported(then.answered) },
    askedThen: askedOf(then.asked),
    askedNow: askedOf(now.asked),
    doubtful: now.doubtful ?? [],
    earlier: earlier.map(({ round, result }) => ({
      asked: askedOf(round.asked),
      told: result.told,
    })),
    responses: now.answered.map(({ group, answer, since }) => ({
      ...{ relationship: group, ratings: [answer, since], counts: true },
    })),
    policy,
    chance: seededRandom(seed).uniform,
  });
}

const within = (round: Round, group: string) =>
  round.answered.filter((rater) => group === ALL || rater.group === group);

/** Sums that an attacker reads off means; who is behind each they are granted to know. */
function sums(means: Means, round: Round, of: (rater: Rater) => number): Statement[] {
  return Object.entries(means).flatMap(([group, figure]) => {
    const behind = within(round, group);
    if (!figure || behind.length === 0) return [];
    if (figure.n !== behind.length) throw new Error(`${group} rests on others`);
    return [
      {
        over: behind.map(({ id }) => id),
        sum: behind.reduce((sum, rater) => sum + of(rater), 0),
      },
    ];
  });
}

/** Sets of fewer than the minimum, the manager apart, whose answers follow from everything that was told. */
function foundOut(statements: readonly Statement[], everyone: readonly Rater[]): string[] {
  const known = everyone.filter(({ group }) => group === "manager").map(({ id }) => id);
  const units = everyone.map(({ id }) => ({ id, people: 1 }));
  const { determined } = audit(units, [...statements], { k: 3, low: -2, high: 3 });
  return determined
    .map(({ units: set }) => set.filter((id) => !known.includes(id)))
    .filter((set) => set.length > 0)
    .map((set) => set.toSorted().join());
}

const meansOf = (result: PulseResult, since: boolean): Means =>
  result.told.find((each) => each.since === since)?.means ?? {};

function crew(random: { uniform(): number }, peers: number, reports: number): Rater[] {
  const rater = (id: string, group: string): Rater => ({
    ...{ id, group },
    answer: Math.floor(random.uniform() * 5) - 2,
    since: 1 + Math.floor(random.uniform() * 3),
  });
  return [
    rater("boss", "manager"),
    ...Array.from({ length: peers }, (_, at) => rater(`p${at}`, "peer")),
    ...Array.from({ length: reports }, (_, at) => rater(`r${at}`, "direct_report")),
  ];
}

const without = (raters: readonly Rater[], ...ids: string[]) =>
  raters.filter(({ id }) => !ids.includes(id));
const everybody = (raters: readonly Rater[]): Round => ({ asked: raters, answered: raters });
const rowOf = (result: PulseResult, group: string) =>
  result.behaviours[0]?.rows.find((row) => row.group === group);

/** Six peers whose answers differ enough that nothing is withheld for being alike. */
const PEERS: Rater[] = [-2, -2, -1, 0, 0, 1].map((answer, at) => ({
  ...{ id: `p${at}`, group: "peer", answer, since: [1, 2, 3, 3, 2, 3][at] ?? 2 },
}));
const LARGE: Rater[] = [...PEERS, ...PEERS.map((rater) => ({ ...rater, id: `q${rater.id}` }))];

describe("one who joined or left, while everybody else answers as before", () => {
  test("no amount, no difference and no verdict where one of those who were asked left", () => {
    const now = everybody(without(PEERS, "p0"));
    const row = rowOf(told(everybody(PEERS), now, []), "peer");
    expect(row).toMatchObject({ amounts: null, verdict: null, n: 5 });
    expect(row?.why.amounts).toBe("nearly-the-same");
    expect(row?.compared?.n).toBe(5);
    // Without the rule the one who left is found: six times the mean then less five times the mean now.
    const naive = [
      ...sums(reported(PEERS), everybody(PEERS), ({ answer }) => answer),
      ...sums(reported(now.answered), now, ({ answer }) => answer),
    ];
    expect(foundOut(naive, PEERS)).toContain("p0");
  });

  test("the same where one came, and where one came for another", () => {
    const joiner: Rater = { id: "new", group: "peer", answer: 2, since: 3 };
    for (const now of [
      [...PEERS, joiner],
      [...without(PEERS, "p0"), joiner],
    ])
      expect(rowOf(told(everybody(PEERS), everybody(now), []), "peer")).toMatchObject({
        ...{ amounts: null, verdict: null },
      });
  });

  test("amounts again once as many left as a minimum needs", () => {
    const left = LARGE.slice(0, policy.minimum).map(({ id }) => id);
    const row = rowOf(told(everybody(LARGE), everybody(without(LARGE, ...left)), []), "peer");
    expect(row?.amounts).not.toBeNull();
    const few = rowOf(
      told(everybody(LARGE), everybody(without(LARGE, ...left.slice(1))), []),
      "peer",
    );
    expect(few?.amounts).toBeNull();
  });

  test("one of the same who were asked keeps silent: no amount, and no verdict that they could have made", () => {
    const silent: Round = { asked: PEERS, answered: without(PEERS, "p0") };
    const row = rowOf(told(everybody(PEERS), silent, []), "peer");
    expect(row?.amounts).toBeNull();
    expect(row?.compared).not.toBeNull();
    // The verdict is one that stands whatever the silent one had said; with everybody as before it tells nothing.
    expect(["cant-tell", null]).toContain(row?.verdict);
    for (const answer of [-2, -1, 0, 1, 2]) {
      const then = PEERS.map((rater) => (rater.id === "p0" ? { ...rater, answer } : rater));
      const again = rowOf(
        told(everybody(then), { asked: then, answered: without(then, "p0") }, []),
        "peer",
      );
      expect(["cant-tell", null]).toContain(again?.verdict);
    }
  });

  test("a verdict of its own once everybody moved, although one kept silent", () => {
    const then = LARGE.map((rater, at) => ({ ...rater, answer: at % 2 === 0 ? -2 : -1 }));
    const now = then.map((rater, at) => ({ ...rater, answer: at % 3 === 0 ? 1 : 0 }));
    const row = rowOf(
      told(everybody(then), { asked: now, answered: without(now, "p0") }, []),
      "peer",
    );
    expect(row).toMatchObject({ amounts: null, verdict: "moved" });
  });

  test("all others together tell nothing that the groups beside them give away", () => {
    // Three peers left: all others alone would do, but the reports are told besides, and one of them left, too.
    const random = seededRandom(4);
    const then = crew(random, 9, 6);
    const now = without(then, "p0", "p1", "p2", "p3", "p4", "r0");
    const result = told(everybody(then), everybody(now), []);
    expect(rowOf(result, "direct_report")?.amounts ?? null).toBeNull();
  });
});

describe("raters whom the reader may have made", () => {
  test("in a group with one of them no amount is told, nor of all others; a swap with one would not be noticed", () => {
    const everyone = [
      ...PEERS,
      ...LARGE.map((rater) => ({ ...rater, id: `r${rater.id}`, group: "direct_report" })),
    ];
    const now = { ...everybody(everyone), doubtful: ["peer"] };
    const result = told(everybody(everyone), now, []);
    for (const group of ["peer", ALL])
      expect(rowOf(result, group)).toMatchObject({ amounts: null, verdict: null });
    expect(rowOf(result, "direct_report")?.amounts).not.toBeNull();
    // What is compared is told once, and not again beside that.
    expect(rowOf(result, "peer")?.compared).not.toBeNull();
    const again = told(everybody(everyone), now, [{ round: now, result }], 2);
    expect(rowOf(again, "peer")?.compared).toBeNull();
  });
});

describe("any crew, with whoever joins, leaves or keeps silent, and two pulses after each other", () => {
  test("nobody's answer follows, and nobody's comparison either", () => {
    let amounts = 0;
    let shares = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = seededRandom(seed);
      const all = crew(
        random,
        4 + Math.floor(random.uniform() * 9),
        Math.floor(random.uniform() * 9),
      );
      const some = (from: readonly Rater[], share: number) =>
        from.filter(() => random.uniform() > share);
      const round = (): Round => {
        const stays = random.uniform() < 0.5;
        const asked = stays ? all : some(all, 0.2);
        return { asked, answered: random.uniform() < 0.5 ? asked : some(asked, 0.2) };
      };
      const then: Round = {
        asked: all,
        answered: random.uniform() < 0.5 ? all : some(all, 0.15),
      };
      const [one, two] = [round(), round()];
      const first = told(then, one, [], seed);
      const second = told(then, two, [{ round: one, result: first }], seed + 1000);
      const answers = ({ answer }: Rater) => answer;
      const found = foundOut(
        [
          ...sums(reported(then.answered), then, answers),
          ...sums(meansOf(first, false), one, answers),
          ...sums(meansOf(second, false), two, answers),
        ],
        all,
      );
      const compared = foundOut(
        [
          ...sums(meansOf(first, true), one, ({ since }) => since),
          ...sums(meansOf(second, true), two, ({ since }) => since),
        ],
        all,
      );
      expect(found, `seed ${seed}`).toEqual([]);
      expect(compared, `seed ${seed}`).toEqual([]);
      amounts += [first, second].filter(
        (each) => Object.keys(meansOf(each, false)).length > 1,
      ).length;
      shares += [first, second].filter(
        (each) => Object.keys(meansOf(each, true)).length > 1,
      ).length;
    }
    // Not by telling nothing.
    expect(amounts).toBeGreaterThan(80);
    expect(shares).toBeGreaterThan(300);
  });
});

describe("very few", () => {
  test("two raters are told of in nothing", () => {
    const two = PEERS.slice(0, 2);
    const result = told(everybody(two), everybody(two), []);
    expect(result.told.every(({ means }) => Object.keys(means).length === 0)).toBe(true);
  });

  test("five of whom one is the participant's own are not five", () => {
    const responses = PEERS.slice(0, 5).map(({ answer, since }, at) => ({
      ...{ relationship: "peer", ratings: [answer, since], counts: at > 0 },
    }));
    const result = tellPulse({
      ...{ behaviours: [BEHAVIOUR], groups: GROUPS, report: { asks: reported(PEERS) } },
      ...{ askedThen: askedOf(PEERS), askedNow: askedOf(PEERS), earlier: [], responses },
      ...{ doubtful: [] },
      ...{ policy, chance: seededRandom(1).uniform },
    });
    expect(result.told.every(({ means }) => Object.keys(means).length === 0)).toBe(true);
  });
});

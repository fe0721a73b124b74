import type { Statement } from "../src/bounds/types.ts";
import { seededRandom } from "../src/comments/shuffle.ts";
import {
  type Contributions,
  type DisclosurePolicy,
  discloseReportFigures,
  type Item,
  nextSnapshot,
  type Ratings,
  standardPolicy,
} from "../src/index.ts";
import { answer, type Chance } from "./chance.ts";
import { combineAll, type Finding, nothing, plus, sumOf } from "./finding.ts";

const named = ({ relationship }: Ratings) => relationship === "self" || relationship === "manager";

const scale = { low: 1, high: 5, centre: 3 };
const competencies = [
  { id: "goals", hat: "managing" },
  { id: "vision", hat: "leading" },
];
const items: Item[] = ["goals", "goals", "goals", "vision", "vision", "vision"].map(
  (competency, at) => ({ id: `i${at}`, competency, scale }),
);

/** One participant's feedback, and the policy it was collected under. */
export type Feedback = {
  /** Decides the chance with which figures are withheld. */
  readonly seed: string;
  readonly responses: readonly Ratings[];
  readonly policy: DisclosurePolicy;
};

/** Teams from two people up, with skipped items. */
export function makeFeedback(draw: Chance): Feedback {
  const counts = {
    self: 1,
    manager: draw.below(2),
    peer: draw.below(8),
    report: draw.below(9),
    other: draw.below(4),
  };
  const leaning = draw.pick(["middle", "high"] as const);
  const skips = draw.pick([0, 0.05, 0.25]);
  const responses = Object.entries(counts).flatMap(([relationship, n]) =>
    Array.from({ length: n }, () => ({
      relationship,
      ratings: items.map(() => (draw.happens(skips) ? null : answer(draw, leaning))),
    })),
  );
  return {
    seed: `${draw.below(1e9)}`,
    responses,
    policy: { ...standardPolicy, small: draw.pick(["merge", "hide"] as const) },
  };
}

/** A published figure on an item: which relationships, and what it says. */
export type Published = {
  readonly item: number;
  readonly relationships: readonly string[];
  readonly n: number;
  readonly mean: number;
  readonly counts: readonly number[] | null;
};

/** A published figure over all items of a competency, when it is more than its shown items say. */
export type PublishedCompetency = {
  readonly relationships: readonly string[];
  readonly competency: string;
  readonly n: number;
  readonly mean: number;
};

export type Publication = {
  readonly figures: readonly Published[];
  readonly competencies: readonly PublishedCompetency[];
};

/** Through our rules. A competency that its shown items do not fully explain counts as a figure. */
export function publish({ responses, policy, seed }: Feedback): Publication {
  const { decision, figures } = discloseReportFigures(
    { items, competencies, responses, chance: seededRandom(seed) },
    policy,
  );
  const published: Published[] = [];
  const unexplained: PublishedCompetency[] = [];
  for (const { id, items: own, competencies: combined } of figures) {
    const group = decision.groups.find((g) => g.id === id);
    const relationships =
      group?.relationships ?? (decision.all.shown ? decision.all.relationships : []);
    for (const [at, item] of items.entries()) {
      const f = own[item.id];
      if (!f?.shown) continue;
      const counts = f.spread.shown ? f.spread.counts : null;
      published.push({ item: at, relationships, n: f.n, mean: f.mean, counts });
    }
    for (const { id: competency } of competencies) {
      const f = combined[competency];
      if (!f?.shown) continue;
      const means = items.flatMap((item) => {
        const part = own[item.id];
        if (item.competency !== competency || !part) return [];
        if (part.shown) return [part.mean];
        return part.reason === "hidden-near-end" ? [(part.low + part.high) / 2] : [];
      });
      const explained = means.reduce((sum, mean) => sum + mean, 0) / means.length;
      if (Math.abs(explained - f.mean) > 0.00501) {
        unexplained.push({ relationships, competency, n: f.n, mean: f.mean });
      }
    }
  }
  return { figures: published, competencies: unexplained };
}

/**
 * Through the usual rule: hide an item mean below `enough` answers, and nothing else. An export that
 * forgets the threshold is the same with 1.
 */
export function publishPlainly({ responses }: Feedback, enough = 3): Publication {
  const figures: Published[] = [];
  const combined: PublishedCompetency[] = [];
  const groups = ["self", "manager", "peer", "report", "other"].map((r) => [r]);
  for (const relationships of [...groups, ["manager", "peer", "report", "other"]]) {
    const own = responses.filter((r) => relationships.includes(r.relationship));
    const named =
      relationships.length === 1 && ["self", "manager"].includes(relationships[0] ?? "");
    const least = named ? 1 : enough;
    for (const item of items.keys()) {
      const values = own.flatMap((r) => r.ratings[item] ?? []);
      if (values.length < least) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const counts = [1, 2, 3, 4, 5].map((point) => values.filter((v) => v === point).length);
      figures.push({ item, relationships, n: values.length, mean, counts });
    }
    for (const { id: competency } of competencies) {
      const values = own.flatMap((r) =>
        r.ratings.filter((rating, at) => rating !== null && items[at]?.competency === competency),
      );
      if (own.length < least || values.length === 0) continue;
      const mean = values.reduce((sum: number, value) => sum + (value ?? 0), 0) / values.length;
      combined.push({ relationships, competency, n: values.length, mean });
    }
  }
  return { figures, competencies: combined };
}

const both = (a: Publication, b: Publication): Publication => ({
  figures: [...a.figures, ...b.figures],
  competencies: [...a.competencies, ...b.competencies],
});

/** What page and export tell together. Ours store one report and render it twice. */
export function pageAndExport(feedback: Feedback, rules: "ours" | "plain"): Publication {
  if (rules === "ours") return both(publish(feedback), publish(feedback));
  return both(publishPlainly(feedback), publishPlainly(feedback, 1));
}

/**
 * A report issued without the last rater, and issued again with them. Ours is issued again only when
 * every group, and all raters, may move on to their new contributors.
 */
export function reissued(feedback: Feedback, rules: "ours" | "plain"): Publication {
  const before = { ...feedback, responses: feedback.responses.slice(0, -1) };
  if (rules === "plain") return both(publishPlainly(before), publishPlainly(feedback));
  const groups = ({ responses }: Feedback): Contributions => {
    const keys = responses.flatMap((response, rater) =>
      named(response) ? [] : [{ relationship: response.relationship, key: `${rater}` }],
    );
    const byGroup = Map.groupBy(keys, ({ relationship }) => relationship);
    byGroup.set("all", keys);
    return Object.fromEntries([...byGroup].map(([id, list]) => [id, list.map(({ key }) => key)]));
  };
  const policy = { ...feedback.policy, minimumInTables: feedback.policy.minimum };
  const first = nextSnapshot(null, groups(before), policy);
  const second = nextSnapshot(first.snapshot, groups(feedback), policy);
  const moved = Object.values(second.figures).every(({ state }) => state !== "waiting");
  return moved ? both(publish(before), publish(feedback)) : publish(before);
}

const unitOf = (rater: number, item: number) => `${rater}/${item}`;

function everything(
  responses: readonly Ratings[],
  { figures, competencies: combined }: Publication,
) {
  const behind = (relationships: readonly string[], wanted: (item: number) => boolean) =>
    responses.flatMap(({ relationship, ratings }, rater) =>
      relationships.includes(relationship)
        ? ratings.flatMap((rating, item) =>
            rating !== null && wanted(item) ? [unitOf(rater, item)] : [],
          )
        : [],
    );
  const statements: Statement[] = figures.map((figure) => ({
    over: behind(figure.relationships, (item) => item === figure.item),
    sum: sumOf(figure),
  }));
  for (const figure of combined) {
    const over = behind(figure.relationships, (at) => items[at]?.competency === figure.competency);
    statements.push({ over, sum: sumOf(figure) });
  }
  return statements;
}

const units = (responses: readonly Ratings[]) =>
  responses.flatMap(({ ratings }, rater) =>
    ratings.flatMap((rating, item) =>
      rating === null ? [] : [{ id: unitOf(rater, item), people: 1 }],
    ),
  );

const own = (responses: readonly Ratings[], knows: (response: Ratings, rater: number) => boolean) =>
  responses.flatMap((response, rater): Statement[] =>
    knows(response, rater)
      ? response.ratings.flatMap((rating, item) =>
          rating === null ? [] : [{ over: [unitOf(rater, item)], sum: rating }],
        )
      : [],
  );

/** Subtraction, totals minus shown, items against competencies: everything combined. k = 3. */
export function outsider({ responses }: Feedback, publication: Publication): Finding {
  const open = own(responses, named);
  const known = new Set(open.flatMap(({ over }) => over));
  const statements = [...everything(responses, publication), ...open];
  return combineAll(units(responses), statements, 3, known);
}

/** Feedback about a participant who has puppets among the raters, as it is under our rules and under the usual one. */
export type Played = {
  readonly ours: Feedback;
  readonly plain: Feedback;
  readonly puppets: readonly number[];
};

/**
 * Puts one to four puppets among the raters of some group: addresses of the participant's own, or raters whose address
 * someone else changed. Ours knows the first as people from outside, and counts neither; the usual rule counts all
 * alike.
 */
export function makePlayed(draw: Chance, { responses, ...rest }: Feedback): Played {
  const played = Array.from({ length: 1 + draw.below(4) }, () => ({
    relationship: draw.pick(["peer", "report", "other"]),
    ratings: items.map(() => answer(draw, "middle")),
    outside: draw.happens(0.7),
  }));
  const own = ({ relationship, ratings, outside }: (typeof played)[number]): Ratings => ({
    relationship: outside ? "outside" : relationship,
    ratings,
    counts: false,
  });
  const asAsked = ({ relationship, ratings }: (typeof played)[number]) => ({
    relationship,
    ratings,
  });
  return {
    ours: { ...rest, responses: [...responses, ...played.map(own)] },
    plain: { ...rest, responses: [...responses, ...played.map(asAsked)] },
    puppets: played.map((_, at) => responses.length + at),
  };
}

/** A participant who knows what their puppets answered. A finding is the answer of a single other rater, or of two. */
export function puppeteer(
  feedback: Feedback,
  publication: Publication,
  puppets: readonly number[],
): Finding {
  const { responses } = feedback;
  const open = own(responses, (response, rater) => named(response) || puppets.includes(rater));
  const known = new Set(open.flatMap(({ over }) => over));
  const statements = [...everything(responses, publication), ...open];
  const found = combineAll(units(responses), statements, 3, known);
  return plus(found, { algebra: 0, bounds: readDistributions(feedback, publication, puppets) });
}

/**
 * Raters who put their own answers together. What counts is a single other rater: two others of
 * three are as far as one rater can see in a group of three.
 */
export function insiders(
  { responses }: Feedback,
  publication: Publication,
  who: readonly number[],
) {
  const open = own(responses, (response, rater) => named(response) || who.includes(rater));
  const known = new Set(open.flatMap(({ over }) => over));
  const statements = [...everything(responses, publication), ...open];
  return combineAll(units(responses), statements, 2, known);
}

/** Reading distributions: all the same, also after taking away the attackers' own answers. */
export function readDistributions(
  { responses }: Feedback,
  { figures }: Publication,
  who: readonly number[],
): number {
  let found = 0;
  for (const { item, relationships, counts } of figures) {
    if (counts === null) continue;
    const left = [...counts];
    let secret = 0;
    for (const [rater, response] of responses.entries()) {
      const rating = response.ratings[item] ?? null;
      if (!relationships.includes(response.relationship) || rating === null) continue;
      if (named(response) || who.includes(rater)) left[rating - 1] = (left[rating - 1] ?? 0) - 1;
      else secret++;
    }
    if (secret > 0 && left.some((count) => count === secret)) found++;
  }
  return found;
}

/** Every anonymous rater as an insider, one at a time, and as pairs when asked. */
export function allInsiders(feedback: Feedback, publication: Publication, pairs: boolean): Finding {
  const raters = feedback.responses.flatMap((response, rater) => (named(response) ? [] : [rater]));
  let total = nothing;
  for (const [at, a] of raters.entries()) {
    for (const who of pairs ? raters.slice(at + 1).map((b) => [a, b]) : [[a]]) {
      total = plus(total, insiders(feedback, publication, who));
      total = plus(total, { algebra: 0, bounds: readDistributions(feedback, publication, who) });
    }
  }
  return total;
}

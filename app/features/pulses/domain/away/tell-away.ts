import {
  type Disclosed,
  type DisclosurePolicy,
  derive,
  discloseReportFigures,
  type ItemFigure,
} from "@twohats/disclosure";

/** What is asked after an absence, in turn, each with three answers from 1 to 3. */
export const awayQuestions = ["plan", "beyond", "stopped"] as const;
export type AwayQuestion = (typeof awayQuestions)[number];
export const awayAnswers = [1, 2, 3] as const;
/** What is stored of whoever was away and could not say. */
export const CANT_SAY = 0;

/** That all say the plan held, that they went beyond it, or that nothing stopped, gives nobody away who minds. */
const HARMLESS = { plan: "high", beyond: "high", stopped: "low" } as const;

/**
 * What may be told of the answers to a question. `counts`: how many gave each, in turn. `near`: to which answer they
 * come nearest together, as how many gave each would tell too much. `alike`: nothing but how many answered.
 */
export type AwayTold =
  | { told: "counts"; n: number; counts: readonly number[] }
  | { told: "near"; n: number; answer: number }
  | { told: "alike"; n: number }
  | { told: "few" };

export type AwayResult = {
  format: 1;
  minimum: number;
  questions: Record<AwayQuestion, AwayTold>;
};

/** One answer of the team, and whether it counts towards the minimum. */
export type AwayResponse = { ratings: readonly (number | null)[]; counts: boolean };

/** All of them are one group, and nobody in it is known by name. */
const TEAM = "team";

/** Everything that is told of what a team answered. */
export function tellAway(
  responses: readonly AwayResponse[],
  policy: DisclosurePolicy,
  chance: () => number,
): Disclosed<AwayResult> {
  const figures = discloseReportFigures(
    {
      items: awayQuestions.map((id) => ({
        id,
        competency: null,
        scale: { low: 1, high: 3, harmless: HARMLESS[id] },
      })),
      competencies: [],
      responses: responses.map(({ ratings, counts }) => ({ relationship: TEAM, ratings, counts })),
      asked: [TEAM],
      chance,
    },
    policy,
  );
  return derive(figures, ({ decision, figures: all }) => {
    const team = decision.groups.find(({ relationships }) => relationships.includes(TEAM));
    const items = all.find(({ id }) => id === team?.id)?.items;
    return {
      format: 1,
      minimum: policy.minimum,
      questions: {
        plan: toldOf(items?.plan),
        beyond: toldOf(items?.beyond),
        stopped: toldOf(items?.stopped),
      },
    };
  });
}

function toldOf(figure: ItemFigure | undefined): AwayTold {
  if (!figure) return { told: "few" };
  if (!figure.shown)
    return figure.reason === "hidden-near-end" ? { told: "alike", n: figure.n } : { told: "few" };
  const { n, mean, spread } = figure;
  return spread.shown
    ? { told: "counts", n, counts: spread.counts }
    : { told: "near", n, answer: Math.round(mean) };
}

import { z } from "zod";
import type { ModelRefusal } from "./model.ts";

/**
 * The shape of results.json, which is written through it: what is not here is not in the file. `npm run
 * generate:schemas` makes docs/score-results.schema.json of it.
 *
 * Raise the version when someone who reads files of the version before would be misled or stopped: a field goes,
 * changes its name, type or unit, can be null where it couldn't, or means something else. A new field, or a new reason
 * for what could be refused before, leaves it: readers must pass over what they don't know.
 */
export const RESULTS_VERSION = 1;

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const maybe = z.number().nullable();

const component = z.object({
  variance: z.number().min(0).describe("In squared scale points."),
  sd: z.number().min(0).describe("Its root, in scale points."),
  standardError: maybe.describe("Of the variance; null when it can't be had."),
  lower: z.number().describe("Interval of the variance."),
  upper: maybe.describe("null when no upper limit can be told."),
  atZero: z.boolean().describe("The data ask for no such variance."),
});

const effect = z.object({
  estimate: z.number(),
  standardError: z.number(),
  lower: z.number(),
  upper: z.number(),
});

const fitted = z.object({
  fitted: z.literal(true),
  n: count.describe("Ratings used."),
  components: z
    .object({ participant: component, rater: component, residual: component })
    .describe("How far participants differ, raters differ in leniency, and what neither explains."),
  intercept: effect.describe(
    "The mean of everything rated, at the file's own mix of relationships.",
  ),
  engine: z.enum(["dense", "sparse", "iterative"]),
  uncertainty: z
    .enum(["exact", "estimated"])
    .describe("Whether participants' sd, lower, upper and reliability are exact."),
  spread: z
    .boolean()
    .describe(
      "Whether participants can be told to differ; otherwise their sd, lower, upper and reliability are null.",
    ),
  connected: z
    .boolean()
    .describe("Whether raters link all participants, so that all can be compared."),
  connectedGroups: count.describe("Sets of participants that no rater links to each other."),
  iterations: count,
  converged: z.boolean(),
  level: z
    .number()
    .describe("Confidence level of every interval of the model and the participants."),
});

export const REFUSALS = [
  "too-few-ratings",
  "one-ratee",
  "one-rater",
  "one-level",
  "no-variance",
  "ratee-is-residual",
  "rater-is-residual",
  "factor-is-residual",
  "factors-coincide",
  "fixed-effects-dependent",
  "not-identified",
  "cancelled",
  "too-many-relationships",
] as const satisfies readonly ModelRefusal[];

const refused = z.object({
  fitted: z.literal(false),
  reason: z.enum(REFUSALS).describe("Why leniency can't be told; more reasons may come."),
  n: count.describe("Ratings looked at."),
});

export const participantSchema = z.object({
  id: z.string().describe("As in the file."),
  name: z.string().optional().describe("Where the file has names beside ids."),
  raters: count.describe("Different raters."),
  ratings: count,
  mean: z.number().describe("Of the ratings as they are."),
  adjusted: maybe.describe(
    "The score with raters' leniency taken out; null, as what follows, where no model was fitted.",
  ),
  sd: maybe,
  lower: maybe,
  upper: maybe,
  reliability: maybe.describe("Share of the participants' variance that these ratings settle."),
  group: z
    .int()
    .nullable()
    .describe("Participants of different groups can't be compared: no rater links them."),
  amount: z
    .object({ under: share, right: share, over: share, effectiveness: z.number().min(0).max(100) })
    .optional()
    .describe(
      "With --scale amount only: shares of ratings below, at and above the right amount; 0 to 100.",
    ),
});

const group = z.object({
  name: z.string(),
  ratings: count,
  mean: z.number(),
  sd: maybe.describe("null for a single rating."),
});

const groups = z.object({
  relationship: z
    .array(
      group.extend({
        difference: effect
          .nullable()
          .describe(
            "Against the most frequent relationship, whose own is null, the same raters and participants supposed.",
          ),
      }),
    )
    .nullable(),
  item: z.array(group).nullable(),
  competency: z.array(group).nullable(),
});

const icc = z.object({
  n: count,
  groups: count,
  n0: z.number().describe("Average number of raters, as the variance component sees it."),
  meanSize: z.number(),
  icc1: z.number().describe("Reliability of one rater; negative values are kept."),
  icc1Lower: z.number(),
  icc1Upper: z.number(),
  icc2: z.number().describe("Reliability of a participant's mean at n0."),
  icc2Lower: z.number(),
  icc2Upper: z.number(),
  msBetween: z.number(),
  msWithin: z.number(),
  f: maybe.describe("null when it is infinite: raters of a participant all say the same."),
  df1: z.number(),
  df2: z.number(),
  p: z.number(),
  level: z.number(),
});

const alpha = z.object({
  n: count.describe("Raters' answers about a participant."),
  items: count,
  alpha: z.number(),
  standardized: maybe,
  averageCorrelation: maybe,
  lower: z.number(),
  upper: z.number(),
  perItem: z.array(z.object({ itemRest: maybe, alphaIfDropped: maybe })),
  level: z.number(),
});

const reliability = z.object({
  icc: icc.nullable().describe("Of each rater's mean; null when it can't be had."),
  raters: z
    .object({ target: z.number(), needed: count })
    .nullable()
    .describe(
      "Raters a participant needs for a mean of the target reliability; null when no number would do.",
    ),
  alpha: alpha
    .nullable()
    .describe("Over items; null without items or with more than fit in memory."),
});

const agreement = z
  .object({
    compared: count.describe("Participants, or their questions, with two raters or more."),
    n: count.describe("Their ratings."),
    averageDeviation: z.number().describe("About the mean, in scale points; 0 is full agreement."),
    rwg: maybe.describe("Against raters who guess; null without a scale of whole numbers."),
  })
  .nullable()
  .describe("null when nobody has two raters.");

export const resultsSchema = z.object({
  schemaVersion: z
    .literal(RESULTS_VERSION)
    .describe(
      "Rises when a field goes, changes or means something else; new fields may come without.",
    ),
  model: z.discriminatedUnion("fitted", [fitted, refused]),
  participants: z
    .array(participantSchema)
    .describe("In the order in which the file first names them."),
  groups: groups.describe("null for a column that the file doesn't have."),
  reliability,
  agreement,
  ratings: z.object({
    rows: count.describe("Rows of the file."),
    used: count,
    unanswered: count,
    bad: count,
    repeats: count.describe("Ratings that say again what another says, and count with it once."),
    low: z.number().describe("The lowest value used."),
    high: z.number().describe("The highest value used."),
  }),
});

export type ResultsFile = z.infer<typeof resultsSchema>;

/** The JSON Schema (draft 2020-12) of results.json, for people who read it with programs of their own. */
export function resultsJsonSchema(): object {
  const title = "results.json of twohats score";
  // "input" leaves objects open: fields may come without a new version.
  return { title, ...z.toJSONSchema(resultsSchema, { io: "input" }) };
}

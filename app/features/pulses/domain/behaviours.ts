import { ALL } from "./asked.ts";
import type { Means } from "./comparable.ts";
import type { PulseScale } from "./judge-change.ts";
import type { PulseBehaviour } from "./pulse-result.ts";
import { questionsOfReport, raterSpread } from "./what-report-says.ts";

/** What a report shows of one question and one group. */
type Shown =
  | { shown: true; mean: number; n: number; low: number | null; high: number | null }
  | { shown: false };

/** The questions of a report, with what it shows of each by group. */
export type ReportQuestions = readonly {
  id: string;
  estimates: Readonly<Record<string, Shown>>;
}[];

type Asked = { item: string; since: string };

/**
 * Questions of a report that are asked again, each with its scale and what the report says of how raters differ and
 * where its questions on that scale lie.
 */
export function behavioursOf(
  questions: ReportQuestions,
  scaleOf: (item: string) => PulseScale | null,
  asked: readonly Asked[],
): PulseBehaviour[] {
  return asked.map(({ item, since }) => {
    const scale = scaleOf(item);
    if (!scale) throw new Error(`no scale of the question ${item}`);
    const alike = questions.flatMap(({ id, estimates }) => {
      const own = scaleOf(id);
      const figure = estimates[ALL];
      return figure?.shown && own && isSame(own, scale) ? [figure] : [];
    });
    const spread = raterSpread(alike, scale);
    return { item, since, scale, spread, questions: questionsOfReport(alike, spread) };
  });
}

function isSame(one: PulseScale, other: PulseScale): boolean {
  return one.low === other.low && one.high === other.high && one.centre === other.centre;
}

/** What a report said of each question, by group. */
export function meansInReport(questions: ReportQuestions): Record<string, Means> {
  return Object.fromEntries(
    questions.map(({ id, estimates }) => [
      id,
      Object.fromEntries(
        Object.entries(estimates).flatMap(([group, figure]) =>
          figure.shown ? [[group, { mean: figure.mean, n: figure.n }] as const] : [],
        ),
      ),
    ]),
  );
}

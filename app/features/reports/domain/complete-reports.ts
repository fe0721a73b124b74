import { bundle, type Disclosed, derive } from "@twohats/disclosure";
import type { Measure } from "~/features/questionnaires/domain/index.ts";
import { adjustedScores } from "./adjusted-scores.ts";
import { changesOfRound, type RoundChanges } from "./change-claims.ts";
import { usable } from "./intervals.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import type { RoundFigure } from "./rater-model.ts";
import type { Adjusted, OwnFigures, ReportContent, ReportRow } from "./report-content.ts";
import { roundReport } from "./round-report.ts";
import { compareWithLast, hatChanges, type LastTime, sinceLastTime } from "./since-last-time.ts";

/** What a round shows: every participant's report, by participant id, and how its raters differ. */
export type ShownRound = {
  measure: Measure;
  reports: Readonly<Record<string, Disclosed<OwnFigures>>>;
  /** Reports stored before scoring was stopped: they were disclosed then. */
  stored: Readonly<Record<string, OwnFigures>>;
  spreads: Disclosed<PooledSpreads>;
};

/** Who rated a participant, by relationship: numbers that say who is the same, not who it is. */
export type RatersOf = (participantId: string) => ReadonlyMap<string, readonly string[]>;

/**
 * The predicted means of one hat or competency, by participant id. They rest on nothing but what the round's reports
 * show and who rated whom: whoever reads all those reports could work them out, and learns nothing of any rater that
 * they do not tell.
 */
export function adjustRound(
  { measure, reports, stored, spreads }: ShownRound,
  ratersOf: RatersOf,
  figure: RoundFigure,
): Disclosed<Record<string, Adjusted>> {
  const shown = bundle({ reports: bundle(reports), spreads });
  return derive(shown, ({ reports: fresh, spreads: { hats, competencies } }) => {
    const members = Object.entries({ ...stored, ...fresh }).map(([participantId, content]) => ({
      participantId,
      content,
      raters: ratersOf(participantId),
    }));
    const spread = (figure.kind === "hat" ? hats : competencies)[figure.id];
    return adjustedScores(measure, members, { ...figure, spread });
  });
}

/** What everyone of a round was shown before, by participant id; nothing for those whose first time it is. */
export type LastTimes = ReadonlyMap<string, LastTime>;

/** How far true changes are spread over the round, from the changes that its reports show. In small steps. */
export function* changesInRound(
  { measure, reports, stored, spreads }: ShownRound,
  lastTimes: LastTimes,
): Generator<void, Disclosed<RoundChanges>> {
  // The reports before are no answers of this round: their participants have them.
  const seen = derive(bundle({ reports: bundle(reports), spreads }), (shown) =>
    Object.entries({ ...stored, ...shown.reports }).flatMap(([participantId, content]) => {
      const last = lastTimes.get(participantId);
      return last ? compareWithLast(last, measure, content, shown.spreads).map(hatChanges) : [];
    }),
  );
  const found = yield* changesOfRound(seen);
  return derive(seen, () => found);
}

type Round = Pick<ShownRound, "measure" | "spreads"> & {
  /** By hat or competency. */
  adjusted: Readonly<Record<string, Disclosed<Record<string, Adjusted>>>>;
  changes: Disclosed<RoundChanges>;
};

/** The whole report: a participant's own figures, with what the round's reports together say. */
export function completeReport(
  own: Disclosed<OwnFigures>,
  { measure, spreads, adjusted, changes }: Round,
  { participantId, lastTime }: { participantId: string; lastTime: LastTime | null },
): Disclosed<ReportContent> {
  const shown = bundle({ own, spreads, adjusted: bundle(adjusted), changes });
  return derive(shown, ({ own, spreads, adjusted, changes }): ReportContent => {
    const withAdjusted = (row: ReportRow) => ({
      ...row,
      adjusted: adjusted[row.id]?.[participantId] ?? null,
    });
    const compared = lastTime ? compareWithLast(lastTime, measure, own, spreads) : [];
    const large = Object.values(spreads.hats).some(({ across }) => usable(across));
    return roundReport({
      ...own,
      hats: own.hats.map(withAdjusted),
      competencies: own.competencies.map(withAdjusted),
      adjustment: large ? "prediction" : "small-round",
      sinceLastTime: lastTime && sinceLastTime(lastTime, compared, changes),
    });
  });
}

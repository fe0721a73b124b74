import type { CrossedOptions } from "@twohats/psychometrics";
import { type Agreement, agreementTally } from "./agreement.ts";
import { type Groups, groupsOf } from "./groups.ts";
import { fitRatings, type Model } from "./model.ts";
import { type ParticipantScores, participantScores } from "./participants.ts";
import { visitRaterMeans } from "./rater-means.ts";
import type { RatingTable } from "./ratings.ts";
import { type Reliability, reliabilityTally } from "./reliability.ts";
import type { Scale } from "./scale.ts";

export interface Results {
  model: Model;
  participants: ParticipantScores;
  groups: Groups;
  reliability: Reliability;
  agreement: Agreement | null;
}

/**
 * Everything `twohats score` finds in a table of ratings. Where the model can't be fitted it says why, and the rest
 * stands.
 */
export function scoreRatings(
  table: RatingTable,
  scale: Scale | null,
  onProgress?: CrossedOptions["onProgress"],
): Results {
  const fit = fitRatings(table, onProgress);
  return {
    model: fit.model,
    participants: participantScores(table, fit, scale),
    groups: groupsOf(table, fit),
    ...talliesOf(table, scale),
  };
}

/** Both from one walk through the ratings where there are no questions to keep apart. */
function talliesOf(
  table: RatingTable,
  scale: Scale | null,
): Pick<Results, "reliability" | "agreement"> {
  const reliability = reliabilityTally(table);
  const agreement = agreementTally(scale);
  const questions = table.item ?? table.competency;
  visitRaterMeans(table, null, (...seen) => {
    reliability.visit(...seen);
    if (questions === null) agreement.visit(...seen);
  });
  if (questions !== null) visitRaterMeans(table, questions, agreement.visit);
  return { reliability: reliability.done(), agreement: agreement.done() };
}

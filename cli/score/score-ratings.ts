import type { CrossedOptions } from "@twohats/psychometrics";
import { type Agreement, agreementOf } from "./agreement.ts";
import { type Groups, groupsOf } from "./groups.ts";
import { describeModel, fitRatings, type Model } from "./model.ts";
import { type ParticipantScore, participantScores } from "./participants.ts";
import type { RatingTable } from "./rating-table.ts";
import { type Reliability, reliabilityOf } from "./reliability.ts";
import type { Scale } from "./scale.ts";

export interface Results {
  model: Model;
  participants: ParticipantScore[];
  groups: Groups;
  reliability: Reliability;
  agreement: Agreement | null;
}

/** Everything `twohats score` finds in a table of ratings. Where the model can't be fitted it says why, and the rest stands. */
export function scoreRatings(
  table: RatingTable,
  scale: Scale | null,
  onProgress?: CrossedOptions["onProgress"],
): Results {
  const fit = fitRatings(table, onProgress);
  return {
    model: describeModel(fit),
    participants: participantScores(table, fit, scale),
    groups: groupsOf(table, fit),
    reliability: reliabilityOf(table),
    agreement: agreementOf(table, scale),
  };
}

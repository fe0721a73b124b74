import type { Actor } from "~/features/identity/index.ts";
import { forgetReportsOfRounds } from "~/features/reports/index.server.ts";
import { countOldRounds, forgetRounds, pickOldRounds } from "~/features/rounds/index.server.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";

/** Rounds with all that is left of them: their figures, and so their ledger, go with them and never without them. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "rounds", words: "kept-feedback:rounds", choices: USUAL_YEARS, atOnce: 5 },
      count: countOldRounds,
      pick: pickOldRounds,
      forget: async (_parts, tx, scope, ids) => {
        await forgetReportsOfRounds(tx, scope, ids);
        return forgetRounds(tx, scope, ids);
      },
    },
  ],
  fixed: [{ words: "kept-feedback:fixed.answers" }, { words: "kept-feedback:fixed.links" }],
};

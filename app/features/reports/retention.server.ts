import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { KEPT_DAYS } from "./pdf/bundle/request-bundle.server.ts";
import { countOldReports, forgetReports, pickOldReports } from "./report/kept-store.server.ts";

/** Reports about people. What a round told of everybody was decided when it closed, and stays with the round. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "reports", words: "kept-reports:reports", choices: USUAL_YEARS, atOnce: 200 },
      count: countOldReports,
      pick: pickOldReports,
      forget: (_parts, tx, scope, ids) => forgetReports(tx, scope, ids),
    },
  ],
  fixed: [{ words: "kept-reports:fixed.bundles", values: { days: KEPT_DAYS } }],
};

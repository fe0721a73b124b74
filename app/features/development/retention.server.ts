import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { countOldPlans, forgetPlans, pickOldPlans } from "./personal/kept-store.server.ts";

/** Plans that are over; one that somebody works on is theirs as long as they do. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "plans", words: "kept-development:plans", choices: USUAL_YEARS, atOnce: 200 },
      count: countOldPlans,
      pick: pickOldPlans,
      forget: (_parts, tx, scope, ids) => forgetPlans(tx, scope, ids),
    },
  ],
};

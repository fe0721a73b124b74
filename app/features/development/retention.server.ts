import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { countOldPlans, forgetPlans, pickOldPlans } from "./personal/kept-store.server.ts";
import {
  countOldPractices,
  forgetPractised,
  pickOldPractices,
} from "./personal/practices-store.server.ts";

/** Plans and practices that are over; what somebody is at is theirs as long as they are. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "plans", words: "kept-development:plans", choices: USUAL_YEARS, atOnce: 200 },
      count: countOldPlans,
      pick: pickOldPlans,
      forget: (_parts, tx, scope, ids) => forgetPlans(tx, scope, ids),
    },
    {
      ...{
        name: "practised",
        words: "kept-development:practised",
        choices: USUAL_YEARS,
        atOnce: 500,
      },
      count: countOldPractices,
      pick: pickOldPractices,
      forget: (_parts, tx, scope, ids) => forgetPractised(tx, scope, { ids }),
    },
  ],
};

import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { countOver, forgetPlans, pickOver } from "./personal/kept-store.server.ts";
import { countByDay, forgetByDay, pickByDay } from "./personal/kept-weeks-store.server.ts";
import { forgetPractised } from "./personal/practices-store.server.ts";

/** Plans and practices that are over, and weeks long past; what somebody is at is theirs as long as they are. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "plans", words: "kept-development:plans", choices: USUAL_YEARS, atOnce: 200 },
      count: countOver("plan"),
      pick: pickOver("plan"),
      forget: (_parts, tx, scope, ids) => forgetPlans(tx, scope, ids),
    },
    {
      ...{
        name: "practised",
        words: "kept-development:practised",
        choices: USUAL_YEARS,
        atOnce: 500,
      },
      count: countOver("practice"),
      pick: pickOver("practice"),
      forget: (_parts, tx, scope, ids) => forgetPractised(tx, scope, { ids }),
    },
    {
      ...{ name: "time", words: "kept-development:time", choices: USUAL_YEARS, atOnce: 500 },
      ...{ count: countByDay("weeks"), pick: pickByDay("weeks") },
      forget: (_parts, tx, scope, ids) => forgetByDay("weeks")(tx, scope, ids),
    },
    {
      ...{ name: "clear-outs", words: "kept-development:clear-outs" },
      ...{ choices: USUAL_YEARS, atOnce: 500 },
      ...{ count: countByDay("clearOuts"), pick: pickByDay("clearOuts") },
      forget: (_parts, tx, scope, ids) => forgetByDay("clearOuts")(tx, scope, ids),
    },
  ],
};

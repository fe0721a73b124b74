import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { countOldEvidence, forgetEvidence, pickOldEvidence } from "./kept/kept-store.server.ts";

/** What is known of people's levels; what is forgotten of it, levels rest on no more. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "evidence", words: "kept-competencies:evidence", choices: USUAL_YEARS },
      atOnce: 1_000,
      count: countOldEvidence,
      pick: pickOldEvidence,
      forget: (_parts, tx, scope, ids) => forgetEvidence(tx, scope, ids),
    },
  ],
};

import type { Retention } from "~/platform/feature/retention.ts";
import { SESSION_DAYS } from "./auth.server.ts";
import type { Actor } from "./domain/actor.ts";
import { tryLimits } from "./domain/try-limits.ts";
import { RECENT_MINUTES } from "./recent/recent-minutes.ts";

const LONGEST_HOURS = Math.max(...Object.values(tryLimits).map(({ hours }) => hours));

export const retention: Retention<Actor> = {
  fixed: [
    { words: "kept-identity:fixed.sessions", values: { days: SESSION_DAYS } },
    { words: "kept-identity:fixed.tries", values: { hours: LONGEST_HOURS } },
    { words: "kept-identity:fixed.recent", values: { minutes: RECENT_MINUTES } },
    { words: "kept-identity:fixed.ways" },
    { words: "kept-identity:fixed.addresses" },
    { words: "kept-identity:fixed.audit" },
  ],
};

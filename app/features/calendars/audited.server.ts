import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-calendars",
  actions: {
    "calendar.made": "hidden",
    "calendar.stopped": "hidden",
  },
};

import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-feedback",
  actions: {
    "cycle.created": "whole",
    "cycle.copied": "whole",
    "cycle.edited": "whole",
    "cycle.participants-chosen": "whole",
    "cycle.raters-assigned": "whole",
    "cycle.assignments-uploaded": "whole",
    "cycle.assignments-confirmed": "whole",
    "cycle.assignments-discarded": "whole",
    "cycle.nominations-opened": "whole",
    "cycle.nominators-reminded": "whole",
    "cycle.launched": "whole",
    "cycle.called-off": "whole",
    "cycle.closed": "whole",
    "cycle.scoring-asked-for": "whole",
    "cycle.severed": "whole",
    "cycle.released": "whole",
    "cycle.coach-assigned": "whole",
    "cycle.coach-removed": "whole",
    "cycle.coached-chosen": "whole",
    "participant.withdrawn": "whole",
    "participant.readmitted": "whole",
    "report.released": "day",
    "nomination.submitted": "hidden",
    "nomination.approved": "day",
    "nomination.returned": "day",
    "rater.withdrawn": "day",
    "rater.put-back": "day",
    "rater.replaced": "hidden",
  },
};

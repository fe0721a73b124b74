import type { Actor } from "~/features/identity/index.ts";
import { namesOfRounds } from "~/features/rounds/index.server.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-competencies",
  actions: {
    "evidence.recorded": "day",
    "evidence.withdrawn": "day",
    "evidence.commented": "hidden",
    "ask-me-about.changed": "hidden",
    "assessment.created": "whole",
    "assessment.edited": "whole",
    "assessment.people-chosen": "whole",
    "assessment.deleted": "whole",
    "assessment.launched": "whole",
    "assessment.paused": "whole",
    "assessment.resumed": "whole",
    "assessment.extended": "whole",
    "assessment.left-to-hr": "whole",
    "assessment.called-off": "whole",
    "assessment.closed": "whole",
    "assessment.archived": "whole",
    "assessment.unarchived": "whole",
    "assessment.person-taken-out": "whole",
    "assessment.assessor-named": "whole",
    "assessment.calibrated": "whole",
    "assessment.sheet-sent": "hidden",
    "assessment.sheet-taken-back": "hidden",
    "assessment.talked": "hidden",
    "assessment.concluded": "day",
  },
  subjects: { assessment: namesOfRounds },
};

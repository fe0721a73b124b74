import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { namesOfRounds, namesOfSubjects } from "./reads/name-reads.server.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-rounds",
  actions: {
    "cycle.paused": "whole",
    "cycle.resumed": "whole",
    "cycle.archived": "whole",
    "cycle.unarchived": "whole",
    "cycle.deleted": "whole",
    "cycle.extended": "whole",
    "cycle.letter-edited": "whole",
    "cycle.reopened": "whole",
    "cycle.reminded": "whole",
    "cycle.left-to-hr": "whole",
    "rater.declined": "hidden",
    "rater.took-up-again": "hidden",
  },
  subjects: { cycle: namesOfRounds, participant: namesOfSubjects },
};

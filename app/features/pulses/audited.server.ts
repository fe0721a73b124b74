import type { Actor } from "~/features/identity/index.ts";
import { namesOfRounds } from "~/features/rounds/index.server.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-pulses",
  actions: {
    "pulse.asked": "whole",
    "pulse.paused": "whole",
    "pulse.resumed": "whole",
    "pulse.closed": "whole",
    "pulse.called-off": "whole",
    "pulse.severed": "whole",
    "pulse.left-to-hr": "whole",
    "pulse.archived": "whole",
    "pulse.unarchived": "whole",
    "pulse.deleted": "whole",
    "pulse.extended": "whole",
    "pulse.letter-edited": "whole",
    "pulse.reopened": "whole",
    "announcement.announced": "hidden",
    "announcement.thanked": "hidden",
    "announcement.told": "hidden",
  },
  subjects: { pulse: namesOfRounds },
};

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
    "suggestion.asked": "whole",
    "suggestion.paused": "whole",
    "suggestion.resumed": "whole",
    "suggestion.closed": "whole",
    "suggestion.called-off": "whole",
    "suggestion.severed": "whole",
    "suggestion.left-to-hr": "whole",
    "suggestion.archived": "whole",
    "suggestion.unarchived": "whole",
    "suggestion.deleted": "whole",
    "suggestion.extended": "whole",
    "suggestion.letter-edited": "whole",
    "suggestion.reopened": "whole",
    "announcement.announced": "hidden",
    "announcement.thanked": "hidden",
    "announcement.told": "hidden",
  },
  subjects: { pulse: namesOfRounds, suggestion: namesOfRounds },
};

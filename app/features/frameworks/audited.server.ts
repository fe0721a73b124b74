import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-frameworks",
  actions: {
    "role-profile.added": "whole",
    "role-profile.changed": "whole",
    "role-profile.version-withdrawn": "whole",
    "role-profile.removed": "whole",
    "role-profile.brought-back": "whole",
    "own-framework.begun": "whole",
    "own-framework.edited": "whole",
    "own-framework.draft-opened": "whole",
    "own-framework.draft-discarded": "whole",
    "own-framework.published": "whole",
  },
};

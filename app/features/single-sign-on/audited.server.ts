import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { providerNames } from "./providers/provider-reads.server.ts";

/** What it records. That a provider opens an account that was there is recorded once, not each sign-in by it. */
export const audited: Audited<Actor> = {
  words: "acts-single-sign-on",
  actions: {
    "sign-on.provider-added": "whole",
    "sign-on.provider-changed": "whole",
    "sign-on.provider-on": "whole",
    "sign-on.provider-off": "whole",
    "sign-on.provider-removed": "whole",
    "sign-on.domain-claimed": "whole",
    "sign-on.domain-verified": "whole",
    "sign-on.domain-dropped": "whole",
    "sign-on.domain-missing": "whole",
    "sign-on.domain-lost": "whole",
    "sign-on.domain-withdrawn": "whole",
    "sign-on.link-forgotten": "whole",
    "sign-on.linked": "day",
    "sign-on.office-mapped": "day",
    "sign-on.demanded": "whole",
    "sign-on.not-demanded": "whole",
    "sign-on.break-glass-chosen": "whole",
  },
  subjects: { "sign-on-provider": providerNames },
};

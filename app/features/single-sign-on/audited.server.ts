import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { providerNames } from "./providers/provider-reads.server.ts";

/** What it records. That somebody signs in by a provider is not recorded, as by a password it is not. */
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
    "sign-on.office-mapped": "day",
    "sign-on.demanded": "whole",
    "sign-on.not-demanded": "whole",
    "sign-on.break-glass-chosen": "whole",
  },
  subjects: { "sign-on-provider": providerNames },
};

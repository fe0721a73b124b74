import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { groupNames, tokenNames } from "./audited-reads.server.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-people-provisioning",
  actions: {
    "provisioning.token-made": "whole",
    "provisioning.token-revoked": "whole",
    "provisioning.taken-over": "whole",
    "provisioning.stopped": "whole",
    "provisioning.departures-decided": "whole",
    "provisioning.released": "whole",
    "provisioning.group-added": "whole",
    "provisioning.group-changed": "whole",
    "provisioning.group-removed": "whole",
  },
  subjects: { "provisioning-token": tokenNames, "provisioned-group": groupNames },
};

import type { Audited } from "~/platform/feature/audited.ts";
import { membersByName } from "./audit/audit-member-reads.server.ts";
import type { Actor } from "./domain/actor.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-identity",
  actions: {
    "organisation.created": "whole",
    "organisation.leavers-reading": "whole",
    "organisation.address-wait": "whole",
    "organisation.second-step": "whole",
    "addresses.changed": "whole",
    "address.confirmed": "day",
    "address.refused": "day",
    "administrator.appointed": "whole",
    "administrator.office-changed": "whole",
    "administrator.removed": "whole",
    "administrator.appointment-withdrawn": "whole",
    "account.address-asked": "hidden",
    "account.address-changed": "hidden",
    "account.address-stopped": "hidden",
    "account.break-glass": "whole",
    "account.invited": "whole",
    "account.new-password-link-printed": "whole",
    "account.passkey-added": "hidden",
    "account.passkey-refused": "hidden",
    "account.passkey-removed": "hidden",
    "account.password-changed": "hidden",
    "account.second-factor-on": "hidden",
    "account.second-factor-off": "hidden",
    "account.recovery-code-used": "hidden",
    "member.added": "day",
    "audit.exported": "whole",
  },
  subjects: { membership: membersByName },
};

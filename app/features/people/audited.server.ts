import type { Actor } from "~/features/identity/index.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { namesOfPeople } from "./directory/person-lookup-reads.server.ts";

/** What it records, and how much of it is shown to those who may read the audit record. */
export const audited: Audited<Actor> = {
  words: "acts-people",
  actions: {
    "person.added": "whole",
    "person.edited": "whole",
    "person.deactivated": "whole",
    "person.leaving-planned": "whole",
    "person.leaving-taken-back": "whole",
    "person.reactivated": "whole",
    "person.merged": "whole",
    "person.erased": "whole",
    "person.working-days-set": "whole",
    "person.chose": "hidden",
    "person.gave-choice-back": "hidden",
    "person.absence-noted": "hidden",
    "person.absence-removed": "hidden",
    "people.changed-together": "whole",
  },
  subjects: { person: namesOfPeople },
};

import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Counted, Hindrance } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { findColleagues } from "../audience/colleagues.server.ts";
import { nameablePeople } from "../directory/person-lookup-reads.server.ts";
import { displayName } from "../domain/display-name.ts";
import { type Difference, type MergedPerson, mergedPerson } from "../domain/merge/merged-person.ts";
import { CHOSEN_FIELDS, type ChosenField, type PersonStatus } from "../domain/person.ts";
import type { PersonalOfAll } from "../personal/personal-context.server.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople } from "../store.server.ts";
import { planMerge } from "./merge-plan.server.ts";

/** A record as it is told from another of the same name. */
export type RecordShown = {
  id: string;
  name: string;
  email: string | null;
  jobTitle: string | null;
  department: string | null;
  status: PersonStatus;
};

export type MergePreview = {
  other: RecordShown;
  seen: string;
  hindrances: readonly Hindrance[];
  counts: readonly Counted[];
  differences: Difference[];
  filled: MergedPerson["filled"];
  dropped: MergedPerson["dropped"];
  /** What they chose themselves: it stays so, whatever is taken. */
  kept: ChosenField[];
  /** Of whom the record that stays will report to, where that changes; null: to nobody. */
  manager: { name: string | null } | null;
};

export type MergePage = {
  person: RecordShown;
  search: string;
  found: RecordShown[];
  matching: number;
  preview: MergePreview | null;
};

/** For choosing another record of a person, and for what would come of merging it. HR only: null for everyone else. */
export async function readMergePage(
  platform: Platform,
  personalOfAll: PersonalOfAll,
  actor: Actor,
  personId: string,
  { search, other }: { search: string; other: string | null },
): Promise<MergePage | null> {
  if (!mayChangePeople(actor) || !isId(personId)) return null;
  const personal = await personalOfAll();
  return inOrganisation(platform, actor, async (tx) => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person || person.external) return null;
    const { found, matching } = await findColleagues(tx, actor, search, {
      except: [personId],
      // A record that nobody uses any more is often inactive already.
      withInactive: true,
    });
    const plan =
      other === null
        ? null
        : await planMerge(platform, tx, actor, personal, { stays: personId, goes: other });
    if (other !== null && !plan) return null;
    const shown = { person: recordShown(person), search, found: found.map(recordShown), matching };
    if (!plan) return { ...shown, preview: null };
    const { stays, goes, hindrances, counts, seen, managerId } = plan;
    const { differences, filled, dropped, own } = mergedPerson({ stays, goes });
    const manager = managerId && (await nameablePeople(tx, actor, [managerId])).get(managerId);
    return {
      ...shown,
      preview: {
        ...{ other: recordShown(goes), seen, hindrances, counts, differences, filled, dropped },
        kept: CHOSEN_FIELDS.filter((field) => own[field] !== undefined),
        manager:
          managerId === stays.managerId ? null : { name: manager ? displayName(manager) : null },
      },
    };
  });
}

function recordShown(
  person: RecordShown & { preferredName?: string | null; familyName?: string | null },
): RecordShown {
  const { preferredName = null, familyName = null, name, ...facts } = person;
  const { id, email, jobTitle, department, status } = facts;
  const shown = displayName({ name, preferredName, familyName });
  return { id, name: shown, email, jobTitle, department, status };
}

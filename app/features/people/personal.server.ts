import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Counted, Hindrance, Personal } from "~/platform/feature/personal.ts";
import { changePeople } from "./change-people.server.ts";
import { peopleAbove } from "./directory/person-lookup-reads.server.ts";
import { managerAfter } from "./domain/merge/merged-person.ts";
import { asOrganisationHas } from "./domain/own-choices.ts";
import { PERSON_FIELDS } from "./domain/person.ts";
import {
  absencesKept,
  countsOf,
  deletePerson,
  forgetBesides,
  moveAbsences,
  moveHistory,
  teamOf,
} from "./personal/personal-store.server.ts";
import { record } from "./personal/record-words.ts";
import { keptPeople, makeNameless } from "./store.server.ts";

/** The record itself, who reports to whom, when they work, what was changed, and who may read what of whose. */
export const personal: Personal<Actor> = {
  columns: {
    "person.manager_id": "whom somebody reports to",
    "person_absence.person_id": "when somebody is away",
    "person_change.person_id": "what was changed of somebody",
    "reading_grant.owner_id": "who lets somebody read something of theirs",
    "reading_grant.person_id": "who may read something of somebody's",
  },
  export: async (tx, scope, personId) => {
    const person = (await keptPeople(tx, scope, [personId])).get(personId);
    if (!person) return {};
    const facts = Object.fromEntries(PERSON_FIELDS.map((field) => [field, person[field]]));
    const { workingDays, leavesOn, status } = person;
    const { organisationId } = scope;
    const absences = await absencesKept(tx, { organisationId, personId });
    const replaced = person.organisationSays;
    return { person: { ...facts, status, leavesOn, workingDays }, replaced, absences };
  },
  record,
  merge: {
    look: async (_platform, tx, actor, { goes, stays }) => {
      const counts = await countsOf(tx, { organisationId: actor.organisationId, personId: goes });
      const people = await keptPeople(tx, actor, [goes, stays]);
      const [one, other] = [people.get(stays), people.get(goes)];
      const hindrances: Hindrance[] = [];
      if (actor.personId === goes || actor.personId === stays)
        hindrances.push({ word: "people-merge:why.self" });
      if (counts.grants > 0) hindrances.push({ word: "people-merge:why.grants" });
      if (
        one &&
        other &&
        managerAfter(one, other, await bothAbove(tx, actor, { goes, stays })) === "loop"
      )
        hindrances.push({ word: "people-merge:why.loop" });
      const team = (await teamOf(tx, { ...actor, personId: goes })).filter((id) => id !== stays);
      return {
        hindrances,
        counts: some([
          { word: "people-merge:counts.team", count: team.length },
          { word: "people-merge:counts.absences", count: counts.absences },
          { word: "people-merge:counts.changes", count: counts.changes },
        ]),
      };
    },
    carryOut: async (platform, tx, actor, { goes, stays }) => {
      const own = { organisationId: actor.organisationId, personId: goes };
      await reportTo(platform, tx, actor, own.personId, { managerId: stays, except: stays });
      await moveAbsences(tx, own, stays);
      await moveHistory(tx, own, stays);
      await deletePerson(tx, own);
    },
  },
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      const counts = await countsOf(tx, { organisationId: actor.organisationId, personId });
      return {
        hindrances: actor.personId === personId ? [{ word: "people-erase:why.self" }] : [],
        counts: some([
          { word: "people-erase:counts.team", count: counts.team },
          { word: "people-erase:counts.absences", count: counts.absences },
          { word: "people-erase:counts.changes", count: counts.changes },
          { word: "people-erase:counts.grants", count: counts.grants },
        ]),
      };
    },
    carryOut: async (platform, tx, actor, { personId, pseudonym }) => {
      await reportTo(platform, tx, actor, personId, { managerId: null, except: null });
      const own = { organisationId: actor.organisationId, personId };
      await makeNameless(tx, own, pseudonym, platform.clock.now());
      await forgetBesides(tx, own);
    },
  },
};

const some = (counts: Counted[]) => counts.filter(({ count }) => count > 0);

/** Who stands above both records. */
export async function bothAbove(
  tx: Tx,
  scope: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
) {
  return {
    aboveStays: await peopleAbove(tx, scope, stays),
    aboveGoes: await peopleAbove(tx, scope, goes),
  };
}

/** Whoever reports to somebody reports to another from now on, or to nobody. */
async function reportTo(
  platform: Parameters<typeof changePeople>[0],
  tx: Tx,
  actor: Actor,
  formerId: string,
  { managerId, except }: { managerId: string | null; except: string | null },
): Promise<void> {
  const ids = await teamOf(tx, { organisationId: actor.organisationId, personId: formerId });
  const team = await keptPeople(
    tx,
    actor,
    ids.filter((id) => id !== except),
  );
  const moved = [...team.values()].map((person) => ({ ...asOrganisationHas(person), managerId }));
  await changePeople(platform, tx, actor, "hand", moved);
}

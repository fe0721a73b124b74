import type { Actor } from "~/features/identity/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mentions } from "./domain/find-people.ts";
import type { Relationship } from "./domain/relationship.ts";
import { likelyRelationship } from "./domain/small-groups.ts";
import { type RaterChoice, raterChoice } from "./nomination-reads.server.ts";
import { mayRunCycles } from "./policy.ts";
import { minimumOf } from "./setup-reads.server.ts";

const SHOWN = 12;

export type PersonFound = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  hasAddress: boolean;
  likely: Exclude<Relationship, "self">;
};

export type NominationPage = {
  choice: RaterChoice;
  minimum: number;
  /** Whether the one who looks is the participant, rather than HR. */
  own: boolean;
  /** HR has pages of the cycle to go back to. */
  runsCycles: boolean;
  found: PersonFound[];
  /** How many matched in all; only the first are shown. */
  matching: number;
};

/** A participant's raters and, for a search, the people who could be added; null for those it is not for. */
export function nominationPage(
  platform: Platform,
  actor: Actor,
  participantId: string,
  search: string,
): Promise<NominationPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const choice = await raterChoice(tx, actor, participantId);
    if (!choice) return null;
    const found =
      search !== "" && choice.mayChange ? await peopleToAdd(tx, actor, choice, search) : [];
    return {
      choice,
      minimum: await minimumOf(tx, actor, choice.cycle.id),
      own: actor.personId === choice.participant.personId,
      runsCycles: mayRunCycles(actor),
      found: found.slice(0, SHOWN),
      matching: found.length,
    };
  });
}

async function peopleToAdd(
  tx: Tx,
  actor: Actor,
  choice: RaterChoice,
  search: string,
): Promise<PersonFound[]> {
  const people = await activePeople(tx, actor);
  const { personId } = choice.participant;
  const participant = people.find((person) => person.id === personId) ?? {
    id: personId,
    managerId: null,
  };
  const there = new Set([personId, ...choice.raters.map((rater) => rater.personId)]);
  return people
    .filter((person) => !there.has(person.id) && mentions(person, search))
    .map((person) => ({
      id: person.id,
      name: person.name,
      jobTitle: person.jobTitle,
      department: person.department,
      hasAddress: person.email !== null,
      likely: likelyRelationship(person, participant),
    }));
}

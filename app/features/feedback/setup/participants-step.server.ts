import type { Actor } from "~/features/identity/index.ts";
import { findPeople, managersAmong, type PeopleFilter } from "~/features/people/domain/index.ts";
import { activePeople, type DirectoryPerson } from "~/features/people/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";

export const PEOPLE_PER_PAGE = 50;

export type PersonToTick = Pick<
  DirectoryPerson,
  "id" | "name" | "jobTitle" | "department" | "jobLevel"
> & {
  chosen: boolean;
  manages: boolean;
};

export type ParticipantsStep = {
  people: PersonToTick[];
  matching: number;
  active: number;
  chosen: number;
  page: number;
  pages: number;
  departments: string[];
  levels: string[];
};

/** One page of the people who could take part, narrowed down by a filter. */
export function participantsStep(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { filter, page }: { filter: PeopleFilter; page: number },
): Promise<ParticipantsStep> {
  return inOrganisation(platform, actor, async (tx) => {
    const people = await activePeople(tx, actor);
    const chosen = new Set(
      (await participantProgress(tx, actor, cycleId)).map((each) => each.personId),
    );
    const managers = managersAmong(people);
    const found = findPeople(people, filter, chosen);
    const pages = Math.max(1, Math.ceil(found.length / PEOPLE_PER_PAGE));
    const at = Math.min(Math.max(1, page), pages);
    return {
      people: found.slice((at - 1) * PEOPLE_PER_PAGE, at * PEOPLE_PER_PAGE).map((person) => ({
        id: person.id,
        name: person.name,
        jobTitle: person.jobTitle,
        department: person.department,
        jobLevel: person.jobLevel,
        chosen: chosen.has(person.id),
        manages: managers.has(person.id),
      })),
      matching: found.length,
      active: people.length,
      chosen: chosen.size,
      page: at,
      pages,
      departments: different(people.map((person) => person.department)),
      levels: different(people.map((person) => person.jobLevel)),
    };
  });
}

export type Ticks = {
  /** Everyone whose box was on the screen; anyone else stays as they are. */
  shown: readonly string[];
  ticked: readonly string[];
  /** Adds, or leaves out, everyone who matches a filter, on the screen or not. */
  all?: { change: "add" | "remove"; filter: PeopleFilter };
};

/** Brings a cycle's participants in line with the boxes ticked on one page of people. */
export async function tickParticipants(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { shown, ticked, all }: Ticks,
): Promise<Outcome<void, "not-allowed" | "unknown" | "launched">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const { present, matching } = await inOrganisation(platform, actor, async (tx) => {
    const participants = await participantProgress(tx, actor, cycleId);
    const present = new Set(participants.map((each) => each.personId));
    const matching = all ? findPeople(await activePeople(tx, actor), all.filter, present) : [];
    return { present, matching };
  });
  const wanted = new Set(present).difference(new Set(shown)).union(new Set(ticked));
  for (const { id } of matching) {
    if (all?.change === "remove") wanted.delete(id);
    else wanted.add(id);
  }
  if (wanted.symmetricDifference(present).size === 0) return { ok: true };
  const outcome = await chooseParticipants(platform, actor, cycleId, [...wanted]);
  return outcome.ok ? { ok: true } : outcome;
}

function different(values: readonly (string | null)[]): string[] {
  const known = new Set(values.filter((value) => value !== null && value !== ""));
  return [...known].map(String).sort(new Intl.Collator("en-GB", { numeric: true }).compare);
}

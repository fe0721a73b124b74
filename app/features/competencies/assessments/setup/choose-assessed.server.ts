import type { Actor } from "~/features/identity/index.ts";
import {
  type AudienceChange,
  type AudiencePage,
  audienceAfter,
  audiencePage,
  type PeopleFilter,
} from "~/features/people/domain/index.ts";
import { peopleToChoose } from "~/features/people/index.server.ts";
import { deleteSubjects, insertSubjects } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { assessedIn, insertAssessed } from "../store/assessed-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";

/** One page of the people who could be assessed, narrowed down by a filter. */
export function assessedStep(
  platform: Pick<Platform, "database">,
  actor: Actor,
  roundId: string,
  view: { filter: PeopleFilter; page: number },
): Promise<AudiencePage> {
  return inOrganisation(platform, actor, async (tx) => {
    const chosen = await chosenFor(tx, actor, roundId);
    return audiencePage(await peopleToChoose(tx, actor, chosen), chosen, view);
  });
}

/** Brings a draft in line with the boxes ticked on one page of people; how many there are then. */
export async function tickAssessed(
  platform: Platform,
  actor: Actor,
  roundId: string,
  ticked: AudienceChange,
): Promise<Outcome<number, "not-allowed" | "unknown" | "launched" | "outside-units">> {
  if (!mayRunRound(actor, roundId)) return refuse("not-allowed");
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "draft",
    late: "launched",
    did: "people-chosen",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const present = await assessedIn(tx, round);
    const chosen = new Set(present.map(({ personId }) => personId));
    const people = await peopleToChoose(tx, actor, chosen);
    const wanted = audienceAfter(chosen, ticked, people);
    const leaving = present.filter(({ personId }) => !wanted.has(personId));
    await deleteSubjects(
      tx,
      round,
      leaving.map(({ subjectId }) => subjectId),
    );
    const coming = people.filter(({ id }) => wanted.has(id) && !chosen.has(id));
    const rows = coming.map(({ id, name, jobTitle, jobLevel, department, country, managerId }) => ({
      ...{ organisationId: round.organisationId, id: newId(), roundId: round.id, personId: id },
      ...{ name, jobTitle, jobLevel, department, country, managerId },
    }));
    await insertAssessed(tx, round, await insertSubjects(tx, rows));
    const counts = { added: coming.length, removed: leaving.length };
    const unchanged = coming.length + leaving.length === 0;
    return { ...accept(wanted.size), detail: counts, unchanged };
  });
}

async function chosenFor(tx: Tx, actor: Actor, roundId: string): Promise<Set<string>> {
  const round = { organisationId: actor.organisationId, id: roundId };
  return new Set((await assessedIn(tx, round)).map(({ personId }) => personId));
}

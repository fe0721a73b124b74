import type { Actor } from "~/features/identity/index.ts";
import {
  type AudienceChange,
  type AudiencePage,
  audienceAfter,
  audiencePage,
  type PeopleFilter,
} from "~/features/people/domain/index.ts";
import { peopleToChoose } from "~/features/people/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";

/** One page of the people who could take part, narrowed down by a filter. */
export function participantsStep(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  view: { filter: PeopleFilter; page: number },
): Promise<AudiencePage> {
  return inOrganisation(platform, actor, async (tx) => {
    const chosen = await chosenFor(tx, actor, cycleId);
    return audiencePage(await peopleToChoose(tx, actor, chosen), chosen, view);
  });
}

/** Brings a cycle's participants in line with the boxes ticked on one page of people; how many there are then. */
export async function tickParticipants(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  change: AudienceChange,
): Promise<Outcome<number, "not-allowed" | "unknown" | "launched" | "outside-units">> {
  if (!mayRunRound(actor, cycleId)) return refuse("not-allowed");
  const wanted = await inOrganisation(platform, actor, async (tx) => {
    const chosen = await chosenFor(tx, actor, cycleId);
    return audienceAfter(chosen, change, await peopleToChoose(tx, actor, chosen));
  });
  const outcome = await chooseParticipants(platform, actor, cycleId, [...wanted]);
  return outcome.ok ? accept(wanted.size) : outcome;
}

async function chosenFor(tx: Tx, actor: Actor, cycleId: string): Promise<Set<string>> {
  return new Set((await participantProgress(tx, actor, cycleId)).map((each) => each.personId));
}

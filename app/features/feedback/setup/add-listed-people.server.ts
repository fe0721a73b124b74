import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import {
  type ListRefusal,
  listedAudience,
  type listedAudienceInput,
} from "~/features/people/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";

export type ListOutcome =
  | Outcome<{ added: number }, "not-allowed" | "unknown" | "launched" | "outside-units">
  | ListRefusal;

/**
 * Adds everyone on a pasted list of addresses or employee ids as participants. With a line that can't be used nobody is
 * added, unless they are left out.
 */
export async function addListedPeople(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  given: z.output<typeof listedAudienceInput>,
): Promise<ListOutcome> {
  if (!mayRunRound(actor, cycleId)) return refuse("not-allowed");
  const { listed, present } = await inOrganisation(platform, actor, async (tx) => {
    const listed = await listedAudience(tx, actor, given);
    const cycle = { organisationId: actor.organisationId, id: cycleId };
    return { listed, present: (await participantsOf(tx, cycle)).map((each) => each.personId) };
  });
  if (!listed.ok) return listed;
  const outcome = await chooseParticipants(platform, actor, cycleId, [
    ...new Set([...present, ...listed.value]),
  ]);
  return outcome.ok ? accept({ added: outcome.value.added }) : outcome;
}

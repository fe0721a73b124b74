import type { Actor } from "~/features/identity/index.ts";
import {
  findListed,
  MOST_ENTRIES,
  type PeopleFound,
  readPeopleList,
} from "~/features/people/domain/index.ts";
import { peopleByIdentifiers } from "~/features/people/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";

export type ListOutcome =
  | Outcome<{ added: number }, "not-allowed" | "unknown" | "launched" | "empty" | "too-long">
  | { ok: false; reason: "lines"; found: PeopleFound };

/**
 * Adds everyone on a pasted list of addresses or employee ids as participants. With a line that can't be used nobody is
 * added, unless `leavingOut` says to do without those lines.
 */
export async function addListedPeople(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { text, leavingOut }: { text: string; leavingOut: boolean },
): Promise<ListOutcome> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const entries = readPeopleList(text);
  if (entries.length === 0) return refuse("empty");
  if (entries.length > MOST_ENTRIES) return refuse("too-long");
  const { found, present } = await inOrganisation(platform, actor, async (tx) => {
    const keys = [...new Set(entries.map(({ key }) => key))];
    const found = findListed(entries, await peopleByIdentifiers(tx, actor, keys));
    const cycle = { organisationId: actor.organisationId, id: cycleId };
    return { found, present: (await participantsOf(tx, cycle)).map((each) => each.personId) };
  });
  const wrong = found.problems.some(({ problem }) => problem !== "twice");
  if (wrong && !(leavingOut && found.personIds.length > 0))
    return { ok: false, reason: "lines", found };
  const outcome = await chooseParticipants(platform, actor, cycleId, [
    ...new Set([...present, ...found.personIds]),
  ]);
  return outcome.ok ? accept({ added: outcome.value.added }) : outcome;
}

import { z } from "zod";
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
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";

export const addListedPeopleInput = z.object({
  list: z.string("empty"),
  /** Does without the lines that can't be used. */
  leavingOut: z.boolean().default(false),
});

export type ListOutcome =
  | Outcome<{ added: number }, "not-allowed" | "unknown" | "launched">
  | (Problems & { found: PeopleFound | null });

/**
 * Adds everyone on a pasted list of addresses or employee ids as participants. With a line that can't be used nobody is
 * added, unless they are left out.
 */
export async function addListedPeople(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { list, leavingOut }: z.output<typeof addListedPeopleInput>,
): Promise<ListOutcome> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const entries = readPeopleList(list);
  if (entries.length === 0) return refuseList("empty");
  if (entries.length > MOST_ENTRIES) return refuseList("too-long");
  const { found, present } = await inOrganisation(platform, actor, async (tx) => {
    const keys = [...new Set(entries.map(({ key }) => key))];
    const found = findListed(entries, await peopleByIdentifiers(tx, actor, keys));
    const cycle = { organisationId: actor.organisationId, id: cycleId };
    return { found, present: (await participantsOf(tx, cycle)).map((each) => each.personId) };
  });
  const wrong = found.problems.filter(({ problem }) => problem !== "twice").length;
  if (wrong > 0 && !(leavingOut && found.personIds.length > 0))
    return refuseList("lines", { count: wrong }, found);
  const outcome = await chooseParticipants(platform, actor, cycleId, [
    ...new Set([...present, ...found.personIds]),
  ]);
  return outcome.ok ? accept({ added: outcome.value.added }) : outcome;
}

function refuseList(
  code: string,
  values: Record<string, number> = {},
  found: PeopleFound | null = null,
): ListOutcome {
  return { ...refuseInput({ field: "list", code, values }), found };
}

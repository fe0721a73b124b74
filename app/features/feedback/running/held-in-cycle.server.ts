import { waitingChanges } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { directory, peopleByIds } from "~/features/people/index.server.ts";
import { askedAbout, peopleOfRound } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Somebody of a round who is not written to, because their address was changed a short while ago. */
export type HeldPerson = {
  personId: string;
  name: string;
  /** Who changed it, by name; null among them: whoever runs the server. */
  makers: (string | null)[];
  /** Calendar dates; `until` is null where the owner of the old address said that it was not them. */
  changedOn: string;
  until: string | null;
};

/**
 * Who of a cycle's people, or of one participant's raters, is not written to at the moment; by name, whether they
 * answered or not. HR only.
 */
export async function heldInCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  participantId?: string,
): Promise<HeldPerson[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  return inOrganisation(platform, actor, async (tx) => {
    const meant = participantId
      ? await askedAbout(tx, actor, participantId)
      : await peopleOfRound(tx, actor, cycleId);
    const { changes } = await waitingChanges({ ...platform, directory }, tx, actor, meant);
    const byPerson = new Map(changes.map((change) => [change.personId, change]));
    const people = await peopleByIds(tx, actor, [...byPerson.keys()]);
    return people.flatMap(({ id, name }) => {
      const change = byPerson.get(id);
      if (!change) return [];
      const { makers, changedOn, until } = change;
      return [{ personId: id, name, makers, changedOn, until }];
    });
  });
}

import { waitingChanges } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { directory, peopleByIds } from "~/features/people/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { askedAbout, peopleOfRound } from "./asked-reads.server.ts";

/** Somebody of a round who is not written to, because their address was changed a short while ago. */
export type HeldPerson = {
  personId: string;
  name: string;
  /** Who changed it, by name; null among them: whoever runs the server. */
  makers: (string | null)[];
  /** Whether an identity provider did, too. */
  provisioned: boolean;
  /** Calendar dates; `until` is null where the owner of the old address said that it was not them. */
  changedOn: string;
  until: string | null;
};

/**
 * Who of a round's people, or of those asked about one subject, is not written to at the moment; by name, whether they
 * answered or not. HR only.
 */
export async function heldInRound(
  platform: Platform,
  actor: Actor,
  roundId: string,
  subjectId?: string,
): Promise<HeldPerson[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  if (subjectId !== undefined && !isId(subjectId)) return [];
  return inOrganisation(platform, actor, async (tx) => {
    const meant =
      subjectId !== undefined
        ? await askedAbout(tx, actor, roundId, subjectId)
        : await peopleOfRound(tx, actor, roundId);
    const { changes } = await waitingChanges({ ...platform, directory }, tx, actor, meant);
    const byPerson = new Map(changes.map((change) => [change.personId, change]));
    const people = await peopleByIds(tx, actor, [...byPerson.keys()]);
    return people.flatMap(({ id, name }) => {
      const change = byPerson.get(id);
      if (!change) return [];
      const { makers, provisioned, changedOn, until } = change;
      return [{ personId: id, name, makers, provisioned, changedOn, until }];
    });
  });
}

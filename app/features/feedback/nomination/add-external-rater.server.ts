import type { Actor } from "~/features/identity/index.ts";
import {
  addExternalPerson,
  type ExternalPersonOutcome,
  peopleByIds,
} from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AddRefusals, mayAdd, putOnList } from "../running/add-rater.server.ts";
import { changeNomination, type Nomination } from "./nomination-change.server.ts";

export type ExternalRater = {
  name: string;
  address: string;
  language?: string;
  relationship: string;
};

export type AddExternalOutcome =
  | Outcome<void, AddRefusals | "own-address">
  | Exclude<ExternalPersonOutcome, { ok: true }>;

/**
 * Asks someone from outside by name and address. The address of a colleague is answered with that colleague, who can then be
 * asked as such; nothing is stored unless they end up on the list.
 */
export function addExternalRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  typed: ExternalRater,
): Promise<AddExternalOutcome> {
  const added = changeNomination<AddExternalOutcome>(
    platform,
    actor,
    participantId,
    mayAdd,
    async (tx, found) => {
      if (await isOwnAddress(tx, actor, found, typed.address)) return refuse("own-address");
      const person = await addExternalPerson(tx, actor, typed, platform.clock.now());
      if (!person.ok) return person;
      const { personId } = person.value;
      const { relationship } = typed;
      const outcome = await putOnList(platform, tx, actor, found, { personId, relationship });
      if (!outcome.ok) throw new NotAsked(outcome.reason);
      return outcome;
    },
  );
  return added.catch((error: unknown) => {
    if (error instanceof NotAsked) return refuse(error.reason);
    throw error;
  });
}

/** Undoes the transaction, the new person with it. */
class NotAsked extends Error {
  readonly reason: AddRefusals;
  constructor(reason: AddRefusals) {
    super(reason);
    this.reason = reason;
  }
}

async function isOwnAddress(
  tx: Tx,
  actor: Actor,
  { participant }: Nomination,
  address: string,
): Promise<boolean> {
  const [person] = await peopleByIds(tx, actor, [participant.personId]);
  return person?.email?.toLowerCase() === address.trim().toLowerCase();
}

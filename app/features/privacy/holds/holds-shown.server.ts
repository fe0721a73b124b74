import { accountNames } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import { namesOfRounds } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isTheirs, mayKeepPrivacy } from "../policy.ts";
import { storedHolds } from "../store/hold-store.server.ts";

/** `by`: whoever placed it, by name; null for an account that is no more. */
export type HoldShown = {
  id: string;
  kind: "person" | "round";
  name: string;
  /** Null for whom it is for: why it stands is not theirs to know. */
  reason: string | null;
  since: string;
  by: string | null;
};

/** Every hold that stands, with its reason. For whoever decides on it: nothing for everyone else. */
export async function standingHolds(tx: Tx, actor: Actor): Promise<HoldShown[]> {
  if (!mayKeepPrivacy(actor)) return [];
  const holds = await storedHolds(tx, actor);
  const ids = (of: "personId" | "roundId") => holds.flatMap((hold) => hold[of] ?? []);
  const people = await namesOfPeople(tx, actor, ids("personId"));
  const rounds = await namesOfRounds(tx, actor, ids("roundId"));
  const accounts = await accountNames(
    tx,
    holds.map(({ placedBy }) => placedBy),
  );
  return holds.map(({ id, personId, roundId, reason, placedOn, placedBy }) => ({
    ...{ id, since: placedOn, by: accounts.get(placedBy) ?? null },
    reason: isTheirs(actor, personId) ? null : reason,
    kind: personId === null ? ("round" as const) : ("person" as const),
    name: people.get(personId ?? "") ?? rounds.get(roundId ?? "") ?? "",
  }));
}

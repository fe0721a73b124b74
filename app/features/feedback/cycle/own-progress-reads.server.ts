import type { Actor } from "~/features/identity/index.ts";
import { type OwnGroup, ownProgress, policyForList } from "~/features/rounds/domain/index.ts";
import { askedRatersOf, storedPolicy, storedShape } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { participantsWithCycles } from "./participation-reads.server.ts";

export type OwnRound = {
  cycleId: string;
  cycleName: string;
  closesOn: string | null;
  groups: OwnGroup[];
};

/** The cycles that collect answers about whoever asks, and how far each group is, from the minimum up. */
export async function ownRounds(tx: Tx, actor: Actor, secret: string): Promise<OwnRound[]> {
  if (!actor.personId) return [];
  const rows = await participantsWithCycles(tx, actor)
    .where("subject.personId", "=", actor.personId)
    .where("subject.withdrawn", "=", false)
    .where("round.state", "=", "collecting")
    .select(["subject.id", "subject.list", "round.id as cycleId", "round.name as cycleName"])
    .select(["round.closesOn", "round.disclosurePolicy"])
    .orderBy("round.closesOn")
    .orderBy("round.id")
    .execute();
  const rounds: OwnRound[] = [];
  for (const { id, list, disclosurePolicy, ...round } of rows) {
    const cycle = { organisationId: actor.organisationId, id: round.cycleId };
    const policy = policyForList(storedPolicy(disclosurePolicy), storedShape(list));
    const raters = await askedRatersOf(tx, cycle, id, secret);
    rounds.push({ ...round, groups: ownProgress(raters, policy) });
  }
  return rounds;
}

import type { Actor } from "~/features/identity/index.ts";
import {
  type AskedRater,
  countsTowardsMinimum,
  type OwnGroup,
  ownProgress,
  policyForList,
} from "~/features/rounds/domain/index.ts";
import {
  pseudonymsIn,
  ratersWithOrigin,
  storedPolicy,
  storedShape,
  told,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";

export type OwnRound = {
  cycleId: string;
  cycleName: string;
  closesOn: string | null;
  groups: OwnGroup[];
};

/** The cycles that collect answers about whoever asks, and how far each group is, from the minimum up. */
export async function ownRounds(tx: Tx, actor: Actor, secret: string): Promise<OwnRound[]> {
  if (!actor.personId) return [];
  const rows = await tx
    .selectFrom("participant")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "participant.organisationId")
        .onRef("cycle.id", "=", "participant.cycleId"),
    )
    .where("participant.organisationId", "=", actor.organisationId)
    .where("participant.personId", "=", actor.personId)
    .where("participant.withdrawn", "=", false)
    .where("cycle.state", "=", "collecting")
    .select([
      "participant.id",
      "participant.list",
      "cycle.id as cycleId",
      "cycle.name as cycleName",
    ])
    .select(["cycle.closesOn", "cycle.disclosurePolicy"])
    .orderBy("cycle.closesOn")
    .orderBy("cycle.id")
    .execute();
  const rounds: OwnRound[] = [];
  for (const { id, list, disclosurePolicy, ...round } of rows) {
    const cycle = { organisationId: actor.organisationId, id: round.cycleId };
    const policy = policyForList(storedPolicy(disclosurePolicy), storedShape(list));
    const raters = await ratersAbout(tx, cycle, id, secret);
    rounds.push({ ...round, groups: ownProgress(raters, policy) });
  }
  return rounds;
}

/** Everyone asked about a participant; who had answered by the last step is found by pseudonym, in memory alone. */
async function ratersAbout(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  participantId: string,
  secret: string,
): Promise<AskedRater[]> {
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  const sent = await tx
    .selectFrom("response")
    .where("organisationId", "=", cycle.organisationId)
    .where("participantId", "=", participantId)
    .where(told.done)
    .where("pseudonym", "is not", null)
    .select("pseudonym")
    .execute();
  const done = new Set(sent.map((row) => row.pseudonym?.toString("base64")));
  return (await ratersWithOrigin(tx, cycle, participantId))
    .filter(({ asked }) => asked)
    .map((rater) => ({
      relationship: rater.relationship,
      counts: countsTowardsMinimum(rater),
      answered: pseudonym !== null && done.has(pseudonym(rater).toString("base64")),
    }));
}

import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { told } from "../answering/told-reads.server.ts";
import { storedPolicy } from "../cycle/cycle-store.server.ts";
import { type OwnGroup, ownProgress } from "../domain/own-progress.ts";
import { isRelationship, relationships } from "../domain/relationship.ts";

export type OwnRound = {
  cycleId: string;
  cycleName: string;
  closesOn: string | null;
  groups: OwnGroup[];
};

/** The cycles that collect answers about whoever asks, and how far each group is, from the minimum up. */
export async function ownRounds(tx: Tx, actor: Actor): Promise<OwnRound[]> {
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
    .select(["participant.id", "cycle.id as cycleId", "cycle.name as cycleName"])
    .select(["cycle.closesOn", "cycle.disclosurePolicy"])
    .orderBy("cycle.closesOn")
    .orderBy("cycle.id")
    .execute();
  const rounds: OwnRound[] = [];
  for (const { id, disclosurePolicy, ...round } of rows) {
    const counts = await countsAbout(tx, actor, id);
    rounds.push({ ...round, groups: ownProgress(counts, storedPolicy(disclosurePolicy)) });
  }
  return rounds;
}

async function countsAbout(tx: Tx, { organisationId }: Actor, participantId: string) {
  const asked = await tx
    .selectFrom("rater")
    .where("organisationId", "=", organisationId)
    .where("participantId", "=", participantId)
    .where("state", "=", "invited")
    .groupBy("relationship")
    .select(["relationship", sql<number>`count(*)::integer`.as("asked")])
    .execute();
  const answered = await tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where("participantId", "=", participantId)
    .where(told.done)
    .groupBy("relationship")
    .select(["relationship", sql<number>`count(*)::integer`.as("answered")])
    .execute();
  const done = new Map(answered.map((row) => [row.relationship, row.answered]));
  return asked
    .flatMap(({ relationship, asked }) =>
      isRelationship(relationship)
        ? [{ relationship, asked, answered: done.get(relationship) ?? 0 }]
        : [],
    )
    .sort((a, b) => relationships.indexOf(a.relationship) - relationships.indexOf(b.relationship));
}

import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** A list of raters that was not handed in yet, and whose it is to make. */
export type OpenList = {
  participantId: string;
  personId: string;
  /** Whoever makes it makes it for someone in their team. */
  byManager: boolean;
  cycle: {
    organisationId: string;
    id: string;
    name: string;
    instrumentId: string;
    nominateBy: string | null;
  };
};

/** Every list that someone other than HR is still to hand in, in the organisation. */
export async function openLists(tx: Tx, scope: OrganisationScope): Promise<OpenList[]> {
  const rows = await tx
    .selectFrom("participant")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "participant.organisationId")
        .onRef("cycle.id", "=", "participant.cycleId"),
    )
    .where("participant.organisationId", "=", scope.organisationId)
    .where("participant.nomination", "in", ["open", "returned"])
    .where("participant.withdrawn", "=", false)
    .where("cycle.state", "=", "nominating")
    .where("cycle.nominatedBy", "in", ["participant", "manager"])
    .where("cycle.nominateBy", "is not", null)
    .select(["participant.id as participantId"])
    .select(["participant.personId", "participant.managerId", "cycle.nominatedBy"])
    .select(["cycle.organisationId", "cycle.id", "cycle.name", "cycle.instrumentId"])
    .select("cycle.nominateBy")
    .orderBy("participant.name")
    .orderBy("participant.id")
    .execute();
  return rows.flatMap((row) => {
    const { participantId, organisationId, id, name, instrumentId } = row;
    const byManager = row.nominatedBy === "manager";
    const personId = byManager ? row.managerId : row.personId;
    if (personId === null) return [];
    const cycle = { organisationId, id, name, instrumentId, nominateBy: row.nominateBy };
    return [{ participantId, personId, byManager, cycle }];
  });
}

/** Addresses that got a letter about nominating in a cycle since a moment, as "cycle address". */
export async function toldOfNominatingSince(
  tx: Tx,
  scope: OrganisationScope,
  since: Date,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("message")
    .where("organisationId", "=", scope.organisationId)
    .where("kind", "in", ["nomination", "nomination-returned"])
    .where("createdAt", ">", since)
    .select(["aboutId", "toAddress"])
    .execute();
  return new Set(rows.map(({ aboutId, toAddress }) => `${aboutId} ${toAddress}`));
}

import { lettersSince } from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { participantsWithCycles } from "../cycle/participation-reads.server.ts";

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
  const rows = await participantsWithCycles(tx, scope)
    .where("participant.nomination", "in", ["open", "returned"])
    .where("subject.withdrawn", "=", false)
    .where("round.state", "=", "nominating")
    .where("cycle.nominatedBy", "in", ["participant", "manager"])
    .where("cycle.nominateBy", "is not", null)
    .select("subject.id as participantId")
    .select(["subject.personId", "subject.managerId", "cycle.nominatedBy"])
    .select(["round.organisationId", "round.id", "round.name", "round.instrumentId"])
    .select("cycle.nominateBy")
    .orderBy("subject.name")
    .orderBy("subject.id")
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
  const rows = await lettersSince(tx, scope, ["nomination", "nomination-returned"], since);
  return new Set(rows.map(({ aboutId, toAddress }) => `${aboutId} ${toAddress}`));
}

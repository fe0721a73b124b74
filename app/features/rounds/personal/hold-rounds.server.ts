import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { lockRound } from "../store/round-store.server.ts";
import { requestsTo } from "./personal-reads.server.ts";

/** Locks every round in which somebody is asked: nobody answers, closes it or changes its lists meanwhile. */
export async function holdRounds(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<void> {
  const asked = await requestsTo(tx, scope, personId);
  const rounds = new Set(asked.map(({ roundId }) => roundId));
  for (const id of [...rounds].toSorted()) await lockRound(tx, scope, id);
}

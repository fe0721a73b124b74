import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { faultOfAbsence } from "../domain/absence-rules.ts";
import { deleteAbsences, insertAbsences } from "./absence-store.server.ts";

type Changes = {
  /** Ids of those that go. */
  removed: readonly string[];
  noted: readonly { personId: string; firstDay: string; lastDay: string }[];
};

/**
 * Notes when many people are away, and takes away what is no longer so, with people locked. Their history says nothing
 * of it, and whoever asks for it records how many they were (decision 43). @throws for an absence that can be none.
 */
export async function changeAbsences(
  tx: Tx,
  scope: OrganisationScope,
  { removed, noted }: Changes,
): Promise<void> {
  if (noted.some((absence) => faultOfAbsence(absence) !== null))
    throw new Error("an absence that can't be noted");
  await deleteAbsences(tx, scope, removed);
  const absences = noted.map((absence) => ({ ...absence, id: newId() }));
  await insertAbsences(tx, scope, absences);
}

import { instrumentById, languagesOf } from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type CycleLanguages = { own: string; offered: string[] };

/** The languages a cycle's questionnaire can be answered in, and so the languages of its letters. */
export async function languagesOfCycle(
  tx: Tx,
  scope: OrganisationScope,
  cycle: { instrumentId: string },
): Promise<CycleLanguages> {
  const found = await instrumentById(tx, scope, cycle.instrumentId);
  if (!found) throw new Error("a cycle without its instrument");
  return { own: found.instrument.language, offered: languagesOf(found.instrument) };
}

import { instrumentById, languagesOf } from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type RoundLanguages = { own: string; offered: string[] };

/** The languages a round's questionnaire can be answered in, and so the languages of its letters. */
export async function languagesOfRound(
  tx: Tx,
  scope: OrganisationScope,
  round: { instrumentId: string },
): Promise<RoundLanguages> {
  const found = await instrumentById(tx, scope, round.instrumentId);
  if (!found) throw new Error("a round without its instrument");
  return { own: found.instrument.language, offered: languagesOf(found.instrument) };
}

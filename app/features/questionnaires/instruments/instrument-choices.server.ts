import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type InstrumentChoice, ownChoices } from "./instrument-reads.server.ts";
import { builtInWithoutId, keepBuiltInInstrument } from "./instrument-store.server.ts";

/**
 * What a cycle can be run with: the newest version of each questionnaire, and `keep`, the one a cycle has already.
 * Built-in versions that came since anyone asked get their ids in the organisation now. The wording of questionnaires
 * is no secret inside an organisation.
 */
export async function instrumentChoices(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  keep: string | null = null,
): Promise<InstrumentChoice[]> {
  for (const builtIn of await builtInWithoutId(tx, scope)) {
    const { organisationId } = scope;
    const own = { organisationId, id: newId(), createdAt: clock.now() };
    await keepBuiltInInstrument(tx, { ...builtIn, ...own });
  }
  return ownChoices(tx, scope, keep);
}

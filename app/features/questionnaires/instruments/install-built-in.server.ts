import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { builtInContent } from "./built-in.server.ts";
import { keepBuiltInInstrument, keepContent } from "./instrument-store.server.ts";

/**
 * Gives an organisation the built-in instruments, as far as it does not have these versions yet: ids that rounds refer
 * to; the texts stand once for all organisations. Doing it twice changes nothing. @returns the ids, usual one first.
 */
export async function installBuiltIn(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<string[]> {
  const content = builtInContent();
  await keepContent(tx, content);
  const createdAt = clock.now();
  const ids: string[] = [];
  for (const { key, version, name } of content.instruments)
    ids.push(
      await keepBuiltInInstrument(tx, {
        organisationId,
        id: newId(),
        key,
        version,
        name,
        createdAt,
      }),
    );
  return ids;
}

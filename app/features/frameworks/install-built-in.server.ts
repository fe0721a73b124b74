import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { builtInContent } from "./built-in.server.ts";
import { keepFramework, keepInstrument } from "./store.server.ts";

/**
 * Gives an organisation the built-in framework and instruments, as far as it does not have these versions yet. Versions
 * that are there stay as they are, so that doing it twice changes nothing. @returns the ids of the instruments, usual one first.
 */
export async function installBuiltIn(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<string[]> {
  const { framework, instruments } = builtInContent();
  const createdAt = clock.now();
  const { key, version, name } = framework;
  const frameworkId = await keepFramework(tx, {
    organisationId,
    id: newId(),
    key,
    version,
    name,
    definition: JSON.stringify(framework),
    createdAt,
  });
  const ids: string[] = [];
  for (const instrument of instruments)
    ids.push(
      await keepInstrument(tx, {
        organisationId,
        id: newId(),
        key: instrument.key,
        version: instrument.version,
        name: instrument.name,
        frameworkId,
        definition: JSON.stringify(instrument),
        createdAt,
      }),
    );
  return ids;
}

import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { builtInContent } from "./built-in.server.ts";
import { insertFramework, insertInstrument } from "./store.server.ts";

/** Gives a new organisation the built-in framework and instruments. @returns the ids of the instruments, usual one first. */
export async function installBuiltIn(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<string[]> {
  const { framework, instruments } = builtInContent();
  const createdAt = clock.now();
  const frameworkId = newId();
  const { key, version, name } = framework;
  await insertFramework(tx, {
    organisationId,
    id: frameworkId,
    key,
    version,
    name,
    definition: JSON.stringify(framework),
    createdAt,
  });
  const ids: string[] = [];
  for (const instrument of instruments) {
    const id = newId();
    ids.push(id);
    await insertInstrument(tx, {
      organisationId,
      id,
      key: instrument.key,
      version: instrument.version,
      name: instrument.name,
      frameworkId,
      definition: JSON.stringify(instrument),
      createdAt,
    });
  }
  return ids;
}

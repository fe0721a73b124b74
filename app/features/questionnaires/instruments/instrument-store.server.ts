import type { Insertable } from "kysely";
import { keepFrameworks } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Instrument as InstrumentRow } from "~/platform/db/schema.gen.ts";
import type { Instrument } from "./instrument.ts";

/**
 * Keeps the built-in frameworks and instruments of this release for all organisations, as far as these versions are not
 * there yet. Those that are stay as they are. @returns how many instruments were new.
 */
export async function keepContent(
  tx: Tx,
  {
    frameworks,
    instruments,
  }: { frameworks: readonly Framework[]; instruments: readonly Instrument[] },
): Promise<number> {
  await keepFrameworks(tx, frameworks);
  const kept = await tx.selectFrom("content.instrument").select(["key", "version"]).execute();
  const there = new Set(kept.map(({ key, version }) => `${key} ${version}`));
  const fresh = instruments.filter(({ key, version }) => !there.has(`${key} ${version}`));
  if (fresh.length === 0) return 0;
  const added = await tx
    .insertInto("content.instrument")
    .values(
      fresh.map((instrument) => ({
        key: instrument.key,
        version: instrument.version,
        name: instrument.name,
        frameworkKey: instrument.framework.key,
        frameworkVersion: instrument.framework.version,
        definition: JSON.stringify(instrument),
      })),
    )
    .onConflict((conflict) => conflict.columns(["key", "version"]).doNothing())
    .returning("key")
    .execute();
  return added.length;
}

/**
 * Gives an organisation a built-in instrument, unless it has one of this key and version: an id that rounds refer to,
 * and no copy.
 * @returns the id of the one that is there now.
 */
export async function keepBuiltInInstrument(
  tx: Tx,
  instrument: Pick<
    Insertable<InstrumentRow>,
    "organisationId" | "id" | "key" | "version" | "name" | "createdAt"
  >,
): Promise<string> {
  await tx
    .insertInto("instrument")
    .values(instrument)
    .onConflict((conflict) => conflict.columns(["organisationId", "key", "version"]).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", instrument.organisationId)
    .where("key", "=", instrument.key)
    .where("version", "=", instrument.version)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Keeps a questionnaire that was made of another one, over the same framework, and is offered to nobody else.
 * @returns the id of the one of this key that is there now.
 */
export async function keepFollowUpInstrument(
  tx: Tx,
  { organisationId }: OrganisationScope,
  given: { id: string; of: string; instrument: Instrument; now: Date },
): Promise<string> {
  const { key, version, name } = given.instrument;
  const { frameworkId, ...over } = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", organisationId)
    .where("id", "=", given.of)
    .select(["frameworkId", "frameworkKey", "frameworkVersion"])
    .executeTakeFirstOrThrow();
  const { framework } = given.instrument;
  // Of a built-in one its file says it, of one's own its row.
  const builtIn = { frameworkKey: framework.key, frameworkVersion: framework.version };
  const named = frameworkId === null && over.frameworkKey === null ? builtIn : over;
  await tx
    .insertInto("instrument")
    .values({
      ...{ organisationId, id: given.id, key, version, name, frameworkId, ...named },
      ...{ definition: JSON.stringify(given.instrument), offered: false, createdAt: given.now },
    })
    .onConflict((conflict) => conflict.columns(["organisationId", "key", "version"]).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", organisationId)
    .where("key", "=", key)
    .where("version", "=", version)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest built-in versions that an organisation has no id for yet, by key. */
export function builtInWithoutId(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<{ key: string; version: number; name: string }[]> {
  return tx
    .selectFrom("content.instrument as builtIn")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("instrument")
            .where("instrument.organisationId", "=", organisationId)
            .whereRef("instrument.key", "=", "builtIn.key")
            .whereRef("instrument.version", ">=", "builtIn.version")
            .select("instrument.id"),
        ),
      ),
    )
    .distinctOn("builtIn.key")
    .select(["builtIn.key", "builtIn.version", "builtIn.name"])
    .orderBy("builtIn.key")
    .orderBy("builtIn.version", "desc")
    .execute();
}

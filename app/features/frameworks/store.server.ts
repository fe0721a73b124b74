import type { Insertable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Framework, Instrument } from "~/platform/db/schema.gen.ts";

/** Adds a framework unless its version is there. @returns the id of the one that is there now. */
export async function keepFramework(tx: Tx, framework: Insertable<Framework>): Promise<string> {
  await tx
    .insertInto("framework")
    .values(framework)
    .onConflict((conflict) => conflict.columns(["organisationId", "key", "version"]).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom("framework")
    .where("organisationId", "=", framework.organisationId)
    .where("key", "=", framework.key)
    .where("version", "=", framework.version)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds an instrument unless its version is there. @returns the id of the one that is there now. */
export async function keepInstrument(tx: Tx, instrument: Insertable<Instrument>): Promise<string> {
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

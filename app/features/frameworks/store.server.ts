import type { Insertable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Framework, Instrument } from "~/platform/db/schema.gen.ts";

export async function insertFramework(tx: Tx, framework: Insertable<Framework>): Promise<void> {
  await tx.insertInto("framework").values(framework).execute();
}

export async function insertInstrument(tx: Tx, instrument: Insertable<Instrument>): Promise<void> {
  await tx.insertInto("instrument").values(instrument).execute();
}

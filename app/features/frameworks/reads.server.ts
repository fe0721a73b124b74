import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Framework, parseFramework } from "./domain/framework.ts";
import { type Instrument, parseInstrument } from "./domain/instrument.ts";

export type InstrumentChoice = {
  id: string;
  name: string;
  description: string;
  items: number;
  minutes: number;
};

/** What a cycle can be run with. The wording of questionnaires is no secret inside an organisation. */
export async function instrumentChoices(
  tx: Tx,
  scope: OrganisationScope,
): Promise<InstrumentChoice[]> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", scope.organisationId)
    .select(["id", "definition"])
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ id, definition }) => {
    const { name, description, items, minutes } = parseInstrument(definition);
    return { id, name, description, items: items.length, minutes };
  });
}

export type InstrumentWithFramework = { instrument: Instrument; framework: Framework };

// Versions never change, so what was read and checked once stays right.
const known = new Map<string, InstrumentWithFramework>();
const REMEMBERED = 200;

/** An instrument and its framework; null when this organisation has none by that id. */
export async function instrumentById(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<InstrumentWithFramework | null> {
  const key = `${scope.organisationId} ${id}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const row = await tx
    .selectFrom("instrument")
    .innerJoin("framework", (join) =>
      join
        .onRef("framework.organisationId", "=", "instrument.organisationId")
        .onRef("framework.id", "=", "instrument.frameworkId"),
    )
    .where("instrument.organisationId", "=", scope.organisationId)
    .where("instrument.id", "=", id)
    .select(["instrument.definition as instrument", "framework.definition as framework"])
    .executeTakeFirst();
  if (!row) return null;
  const found = {
    instrument: parseInstrument(row.instrument),
    framework: parseFramework(row.framework),
  };
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

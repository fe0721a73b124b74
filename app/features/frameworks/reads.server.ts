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

/**
 * What a cycle can be run with: the newest version of each questionnaire, and `keep`, the one a cycle has already.
 * The wording of questionnaires is no secret inside an organisation.
 */
export async function instrumentChoices(
  tx: Tx,
  scope: OrganisationScope,
  keep: string | null = null,
): Promise<InstrumentChoice[]> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", scope.organisationId)
    .select(["id", "key", "version", "definition"])
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const newest = new Map<string, number>();
  for (const { key, version } of rows) newest.set(key, Math.max(version, newest.get(key) ?? 0));
  return rows
    .filter(({ id, key, version }) => id === keep || version === newest.get(key))
    .map(({ id, definition }) => {
      const instrument = parseInstrument(definition);
      const { name, description, items, minutes } = instrument;
      return { id, name, description, items: items.length, minutes };
    });
}

/** Every organisation there is on this server. Needs a transaction of `asTimekeeper`. */
export async function organisationsOnServer(tx: Tx): Promise<OrganisationScope[]> {
  return tx.selectFrom("organisation").select("organisationId").execute();
}

/** Every version of every instrument that an organisation has. */
export async function instrumentIds(tx: Tx, scope: OrganisationScope): Promise<string[]> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", scope.organisationId)
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
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

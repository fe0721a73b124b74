import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Json } from "~/platform/db/schema.gen.ts";
import { latest } from "~/platform/memory/latest.ts";
import { type Framework, parseFramework } from "./domain/framework.ts";
import { type Instrument, parseInstrument } from "./domain/instrument.ts";

export type InstrumentChoice = {
  id: string;
  name: string;
  description: string;
  items: number;
  minutes: number;
};

/** The newest version of each of an organisation's questionnaires, and `keep`. */
export async function ownChoices(
  tx: Tx,
  scope: OrganisationScope,
  keep: string | null,
): Promise<InstrumentChoice[]> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", scope.organisationId)
    .select(["id", "key", "version"])
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const newest = new Map<string, number>();
  for (const { key, version } of rows) newest.set(key, Math.max(version, newest.get(key) ?? 0));
  const choices: InstrumentChoice[] = [];
  for (const { id, key, version } of rows) {
    if (id !== keep && version !== newest.get(key)) continue;
    const found = await instrumentById(tx, scope, id);
    if (!found) throw new Error("an instrument that is gone");
    const { name, description, items, minutes } = found.instrument;
    choices.push({ id, name, description, items: items.length, minutes });
  }
  return choices;
}

/** The ids of every version of every questionnaire that an organisation has over a framework. */
export async function instrumentsOver(
  tx: Tx,
  scope: OrganisationScope,
  frameworkKey: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("instrument")
    .leftJoin("framework", (join) =>
      join
        .onRef("framework.organisationId", "=", "instrument.organisationId")
        .onRef("framework.id", "=", "instrument.frameworkId"),
    )
    .leftJoin("content.instrument as builtIn", (join) =>
      join
        .onRef("builtIn.key", "=", "instrument.key")
        .onRef("builtIn.version", "=", "instrument.version")
        .on("instrument.definition", "is", null),
    )
    .where("instrument.organisationId", "=", scope.organisationId)
    .where((eb) => eb(eb.fn.coalesce("framework.key", "builtIn.frameworkKey"), "=", frameworkKey))
    .select("instrument.id")
    .execute();
  return rows.map(({ id }) => id);
}

export type InstrumentWithFramework = { instrument: Instrument; framework: Framework };

// Versions never change, so what was read and checked once stays right.
const known = latest<InstrumentWithFramework>(200);

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
    .leftJoin("framework", (join) =>
      join
        .onRef("framework.organisationId", "=", "instrument.organisationId")
        .onRef("framework.id", "=", "instrument.frameworkId"),
    )
    .where("instrument.organisationId", "=", scope.organisationId)
    .where("instrument.id", "=", id)
    .select(["instrument.key", "instrument.version"])
    .select(["instrument.definition as instrument", "framework.definition as framework"])
    .executeTakeFirst();
  if (!row) return null;
  const found = row.instrument === null ? await builtIn(tx, row) : parsed(row);
  known.set(key, found);
  return found;
}

// As few as there are releases with new ones; shared by all organisations.
const builtIns = new Map<string, InstrumentWithFramework>();

async function builtIn(
  tx: Tx,
  { key, version }: { key: string; version: number },
): Promise<InstrumentWithFramework> {
  const remembered = builtIns.get(`${key} ${version}`);
  if (remembered) return remembered;
  const row = await tx
    .selectFrom("content.instrument as instrument")
    .innerJoin("content.framework as framework", (join) =>
      join
        .onRef("framework.key", "=", "instrument.frameworkKey")
        .onRef("framework.version", "=", "instrument.frameworkVersion"),
    )
    .where("instrument.key", "=", key)
    .where("instrument.version", "=", version)
    .select(["instrument.definition as instrument", "framework.definition as framework"])
    .executeTakeFirstOrThrow();
  const found = parsed(row);
  builtIns.set(`${key} ${version}`, found);
  return found;
}

function parsed(row: { instrument: Json; framework: Json }): InstrumentWithFramework {
  return {
    instrument: parseInstrument(row.instrument),
    framework: parseFramework(row.framework),
  };
}

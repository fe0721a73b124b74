import {
  frameworkInLanguage,
  frameworkOf,
  frameworksCalled,
} from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { latest } from "~/platform/memory/latest.ts";
import { questionsOf } from "./asked-items.ts";
import { suitsFeedback } from "./feedback-lacks.ts";
import { type Instrument, parseInstrument } from "./instrument.ts";
import { inLanguage } from "./languages.ts";

export type InstrumentChoice = {
  id: string;
  name: string;
  description: string;
  items: number;
  minutes: number;
};

/** The newest version of each of an organisation's questionnaires that a round of feedback can ask, and `keep`. */
export async function ownChoices(
  tx: Tx,
  scope: OrganisationScope,
  keep: string | null,
): Promise<InstrumentChoice[]> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", scope.organisationId)
    .where("offered", "=", true)
    .select(["id", "key", "version"])
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const newest = new Map<string, number>();
  for (const { key, version } of rows) newest.set(key, Math.max(version, newest.get(key) ?? 0));
  const choices: InstrumentChoice[] = [];
  for (const { id, key, version } of rows) {
    if (id !== keep && version !== newest.get(key)) continue;
    const found = await instrumentToRead(tx, scope, id);
    if (!found) throw new Error("an instrument that is gone");
    const { name, description, minutes } = found.instrument;
    if (!suitsFeedback(found)) continue;
    choices.push({ id, name, description, items: questionsOf(found.instrument), minutes });
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
    .leftJoin("content.instrument as builtIn", (join) =>
      join
        .onRef("builtIn.key", "=", "instrument.key")
        .onRef("builtIn.version", "=", "instrument.version")
        .on("instrument.definition", "is", null),
    )
    .where("instrument.organisationId", "=", scope.organisationId)
    .where("instrument.offered", "=", true)
    .where((eb) =>
      eb.or([
        eb("builtIn.frameworkKey", "=", frameworkKey),
        eb("instrument.frameworkKey", "=", frameworkKey),
        eb("instrument.frameworkId", "in", frameworksCalled(tx, scope, frameworkKey)),
      ]),
    )
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
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select(["key", "version", "definition", "frameworkId", "frameworkKey", "frameworkVersion"])
    .executeTakeFirst();
  if (!row) return null;
  const found = await (row.definition === null
    ? builtIn(tx, scope, row)
    : withFramework(tx, scope, row.definition, frameworkOfRow(row)));
  known.set(key, found);
  return found;
}

/** The framework of one's own questionnaire: one's own, or a built-in version. */
function frameworkOfRow(row: {
  frameworkId: string | null;
  frameworkKey: string | null;
  frameworkVersion: number | null;
}): Parameters<typeof frameworkOf>[2] {
  const { frameworkId: id, frameworkKey: key, frameworkVersion: version } = row;
  if (id !== null) return { id };
  if (key === null || version === null) throw new Error("an instrument without a framework");
  return { key, version };
}

/** An instrument and its framework in the words of whoever reads about them; null as `instrumentById`. */
export async function instrumentToRead(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<InstrumentWithFramework | null> {
  const found = await instrumentById(tx, scope, id);
  const language = readerLanguage();
  return (
    found && {
      instrument: inLanguage(found.instrument, language),
      framework: frameworkInLanguage(found.framework, language),
    }
  );
}

// As few as there are releases with new ones; shared by all organisations.
const builtIns = new Map<string, InstrumentWithFramework>();

async function builtIn(
  tx: Tx,
  scope: OrganisationScope,
  { key, version }: { key: string; version: number },
): Promise<InstrumentWithFramework> {
  const remembered = builtIns.get(`${key} ${version}`);
  if (remembered) return remembered;
  const row = await tx
    .selectFrom("content.instrument")
    .where("key", "=", key)
    .where("version", "=", version)
    .select(["definition", "frameworkKey", "frameworkVersion"])
    .executeTakeFirstOrThrow();
  const { frameworkKey, frameworkVersion } = row;
  const found = await withFramework(tx, scope, row.definition, {
    key: frameworkKey,
    version: frameworkVersion,
  });
  builtIns.set(`${key} ${version}`, found);
  return found;
}

async function withFramework(
  tx: Tx,
  scope: OrganisationScope,
  definition: unknown,
  framework: Parameters<typeof frameworkOf>[2],
): Promise<InstrumentWithFramework> {
  return {
    instrument: parseInstrument(definition),
    framework: await frameworkOf(tx, scope, framework),
  };
}

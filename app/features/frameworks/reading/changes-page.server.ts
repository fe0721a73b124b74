import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type NamedChange, namedChanges } from "../domain/own/version-changes.ts";
import { ownVersion } from "../own/own-framework-reads.server.ts";

export type ChangesReading = {
  framework: string;
  version: number;
  publishedOn: string;
  /** How many levels there were and are, with their names. */
  levels: { was: string[]; is: string[] };
  changes: NamedChange[];
  /** How many stayed as they were. */
  same: number;
};

/** What a published version changed in the one before; null where there is none before, or nobody may see it. */
export async function changesReading(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  version: number | undefined,
): Promise<ChangesReading | null> {
  const after = await ownVersion(tx, actor, frameworkId, version);
  const before = after && (await ownVersion(tx, actor, frameworkId, after.version - 1));
  if (!before) return null;
  const all = namedChanges(before.definition, after.definition, after.changes);
  const levelsOf = ({ definition }: typeof after) => definition.levels.map(({ name }) => name);
  return {
    ...{ framework: after.definition.name, version: after.version, publishedOn: after.publishedOn },
    levels: { was: levelsOf(before), is: levelsOf(after) },
    changes: all.filter(({ kind }) => kind !== "same"),
    same: all.filter(({ kind }) => kind === "same").length,
  };
}

import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { declaredChanges, settledOrigins } from "../domain/own/declared-changes.ts";
import { type OwnDraft, publishedVersion } from "./own-framework-reads.server.ts";

export type ShownChange = { kind: string; from: string[]; to: string[] };

/** What publishing a draft would do to the competencies of the version before, by their names; empty for the first. */
export async function changesByName(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  { definition, origins, basedOn }: OwnDraft,
): Promise<ShownChange[]> {
  const before = basedOn === null ? null : await publishedVersion(tx, actor, frameworkId, basedOn);
  if (!before) return [];
  const settled = settledOrigins(before.definition, definition, origins);
  const { changes } = declaredChanges(before.definition, definition, settled);
  const old = new Map(before.definition.competencies.map(({ id, name }) => [id, name]));
  const now = new Map(definition.competencies.map(({ id, name }) => [id, name]));
  return changes.map(({ kind, from, to }) => ({
    kind,
    from: from.map((id) => old.get(id) ?? id),
    to: to.map((id) => now.get(id) ?? id),
  }));
}

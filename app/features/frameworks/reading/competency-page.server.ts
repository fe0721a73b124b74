import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { wayTo } from "../domain/own/framework-tree.ts";
import type { OwnCompetency, OwnLevel } from "../domain/own/own-framework.ts";
import { type Happening, happenings } from "../domain/own/version-changes.ts";
import { ownVersion, versionHistory } from "../own/own-framework-reads.server.ts";
import { competencyNames } from "./framework-reading-reads.server.ts";

/** One thing that happened to a competency, with the names of those it came from or became. */
export type ToldHappening = {
  version: number;
  kind: Happening["kind"];
  from: { id: string; name: string; version: number }[];
  to: { id: string; name: string; version: number }[];
};

export type CompetencyReading = {
  framework: string;
  version: number;
  newest: number;
  levels: OwnLevel[];
  competency: OwnCompetency;
  way: { id: string; name: string }[];
  before: ToldHappening[];
  after: ToldHappening[];
};

/** A competency of a published version with what became of it; null where there is none, or nobody may see it. */
export async function competencyReading(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  { id, version: asked }: { id: string; version: number | undefined },
): Promise<CompetencyReading | null> {
  const found = await ownVersion(tx, actor, frameworkId, asked);
  const competency = found?.definition.competencies.find((each) => each.id === id);
  if (!found || !competency) return null;
  const { definition, version } = found;
  const history = await versionHistory(tx, actor, frameworkId);
  const { before, after } = happenings(history, { version, id });
  const told = await namesInto(tx, actor, frameworkId, [...before, ...after]);
  return {
    ...{ framework: definition.name, version, levels: definition.levels, competency },
    newest: history.at(-1)?.version ?? version,
    way: wayTo(definition.groups, competency.group) ?? [],
    before: told.slice(0, before.length),
    after: told.slice(before.length),
  };
}

async function namesInto(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  happened: readonly Happening[],
): Promise<ToldHappening[]> {
  const placed = happened.map(({ version, kind, from, to }) => ({
    ...{ version, kind },
    from: from.map((id) => ({ id, version: version - 1 })),
    to: to.map((id) => ({ id, version })),
  }));
  const wanted = placed.flatMap(({ from, to }) => [...from, ...to]);
  const names = await competencyNames(tx, actor, frameworkId, wanted);
  const called = (each: { id: string; version: number }) => ({
    ...each,
    name: names.find(({ id, version }) => id === each.id && version === each.version)?.name ?? "",
  });
  return placed.map(({ from, to, ...rest }) => ({
    ...rest,
    from: from.map(called),
    to: to.map(called),
  }));
}

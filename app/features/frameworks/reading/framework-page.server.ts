import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { exportFormats, type Loss, lossesOf } from "../domain/exchange/losses.ts";
import { type FrameworkTree, frameworkTree, SHOWN_AT_ONCE } from "../domain/own/framework-tree.ts";
import type { OwnLevel } from "../domain/own/own-framework.ts";
import {
  allCompetencies,
  type CompetencyPage,
  type ShownCompetency,
  shownCompetencies,
} from "../domain/own/shown-competencies.ts";
import { askedPage, askedVersion } from "../own/asked.ts";
import { ownVersion, publishedVersions } from "../own/own-framework-reads.server.ts";
import { mayKeepFrameworks } from "../policy.ts";

export type FrameworkReading = {
  version: number;
  publishedOn: string;
  versions: { version: number; publishedOn: string }[];
  name: string;
  description: string;
  levels: OwnLevel[];
  total: number;
  words: string;
  /** What words found; null where none were typed. */
  found: CompetencyPage | null;
  /** Everything, to be read and printed in one go; null unless asked for. */
  whole: ShownCompetency[] | null;
  fitsOnOnePage: boolean;
  tree: FrameworkTree;
  /** For those who keep frameworks. */
  exports: { format: (typeof exportFormats)[number]; losses: Loss[] }[] | null;
};

/** A published version as an address asks for it; null where there is none, or nobody may see it. */
export async function frameworkReading(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  query: URLSearchParams,
): Promise<FrameworkReading | null> {
  const found = await ownVersion(tx, actor, frameworkId, askedVersion(query));
  if (!found) return null;
  const { definition, version, publishedOn } = found;
  const { name, description, levels } = definition;
  const page = askedPage(query);
  const tree = frameworkTree(definition, { group: query.get("group"), page });
  if (!tree) return null;
  const words = query.get("q")?.trim() ?? "";
  const total = definition.competencies.length;
  const fitsOnOnePage = total <= SHOWN_AT_ONCE;
  return {
    ...{ version, publishedOn, name, description, levels, words, total, fitsOnOnePage, tree },
    versions: await publishedVersions(tx, actor, frameworkId),
    found: words === "" ? null : shownCompetencies(definition, { words, page }),
    whole: fitsOnOnePage && query.has("whole") ? allCompetencies(definition) : null,
    exports: mayKeepFrameworks(actor)
      ? exportFormats.map((format) => ({ format, losses: lossesOf(definition, format) }))
      : null,
  };
}

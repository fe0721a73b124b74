import type { OwnFramework } from "../own/own-framework.ts";
import { Columns, type TableLine } from "./cells.ts";
import { isPillarTree, readPillarTree } from "./pillar-tree.ts";
import { ESCO } from "./read-esco.ts";
import type { InPillar } from "./read-framework.ts";
import { relate } from "./relate-pillar.ts";

/** ESCO's two files about where its skills stand: the tree of groups, and for each skill what is broader. */
export const pillarFormats = ["esco-tree", "esco-relations"] as const;
export type PillarFormat = (typeof pillarFormats)[number];

/** Whether a framework was begun with ESCO's skills, so that these files say something of it. */
export function isOfEsco({ source }: Pick<OwnFramework, "source">): boolean {
  return source.uri === ESCO;
}

/** Which of ESCO's files a table with these titles is; null for any other. */
export function pillarFormat(header: TableLine): PillarFormat | null {
  if (isPillarTree(header)) return "esco-tree";
  return new Columns(header).has("conceptUri", "broaderUri") ? "esco-relations" : null;
}

/**
 * A framework whose skills came from ESCO, with groups from its tree or its skills put into them. Rows that say a thing
 * twice, and those whose parent or skill there is not, are refused, and nothing that stood in the framework is lost.
 */
export function placeInPillar(
  framework: OwnFramework,
  [header, ...lines]: readonly TableLine[],
): InPillar | null {
  const format = header && pillarFormat(header);
  if (!header || !format) return null;
  const columns = new Columns(header);
  return format === "esco-tree"
    ? readPillarTree(framework, columns, lines)
    : relate(framework, columns, lines);
}

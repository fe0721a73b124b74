import type { OwnFramework, OwnGroup } from "./own-framework.ts";

/** Up to so many competencies are shown all at once, and on one page to print. */
export const SHOWN_AT_ONCE = 200;
const ON_A_PAGE = 100;

type Named = { id: string; name: string };

export type TreeGroup = Named & {
  description: string;
  /** Competencies in it and below. */
  count: number;
  competencies: Named[];
  groups: TreeGroup[];
};

export type FrameworkTree = {
  /** Whether all of it is shown, or one group at a time. */
  isWhole: boolean;
  /** Groups from the top down to the one that is shown; empty at the top. */
  way: Named[];
  groups: TreeGroup[];
  /** Competencies that stand directly there, one page of them. */
  competencies: Named[];
  page: number;
  pages: number;
};

/**
 * The tree of a framework's groups and competencies, in its order: all of it where it is small, otherwise what stands
 * in one group, with how much there is below. null for a group that there is not.
 */
export function frameworkTree(
  { groups, competencies }: OwnFramework,
  { group: asked = null, page = 1 }: { group?: string | null; page?: number } = {},
): FrameworkTree | null {
  const within = Map.groupBy(competencies, ({ group }) => group);
  const children = Map.groupBy(groups, ({ parent }) => parent);
  const named = (group: string | null) =>
    (within.get(group) ?? []).map(({ id, name }) => ({ id, name }));
  const treeOf = ({ id, name, description }: OwnGroup): TreeGroup => {
    const below = (children.get(id) ?? []).map(treeOf);
    const own = named(id);
    const count = below.reduce((sum, each) => sum + each.count, own.length);
    return { id, name, description, count, competencies: own, groups: below };
  };
  const isWhole = competencies.length <= SHOWN_AT_ONCE;
  const way = wayTo(groups, asked);
  if (!way) return null;
  const shown = (children.get(asked) ?? []).map(treeOf);
  const here = named(asked);
  const pages = isWhole ? 1 : Math.max(1, Math.ceil(here.length / ON_A_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return {
    ...{ isWhole, way, page: at, pages },
    groups: isWhole ? shown : shown.map((each) => ({ ...each, groups: [], competencies: [] })),
    competencies: isWhole ? here : here.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE),
  };
}

/** The groups from the top down to one; null when there is no such group. */
export function wayTo(groups: readonly OwnGroup[], id: string | null): Named[] | null {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const way: Named[] = [];
  for (let at = id; at !== null; ) {
    const group: OwnGroup | undefined = byId.get(at);
    if (!group) return null;
    way.unshift({ id: group.id, name: group.name });
    at = group.parent;
  }
  return way;
}

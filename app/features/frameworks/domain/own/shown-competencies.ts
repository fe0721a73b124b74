import { wordsFound } from "~/platform/search/words-found.ts";
import type { OwnCompetency, OwnFramework, OwnGroup } from "./own-framework.ts";

const ON_A_PAGE = 50;

export type ShownCompetency = OwnCompetency & {
  /** Names of the groups it stands in, from the top. */
  way: string[];
};

export type CompetencyPage = {
  shown: ShownCompetency[];
  found: number;
  page: number;
  pages: number;
};

/**
 * A page of a framework's competencies, in the order of its tree: those that stand in no group first, then group by
 * group. Words find them by name, other names, tags and groups.
 */
export function shownCompetencies(
  framework: OwnFramework,
  { words = "", page = 1 }: { words?: string; page?: number },
): CompetencyPage {
  const found = allCompetencies(framework).filter(
    ({ name, otherNames, tags, way }) =>
      words === "" || wordsFound(words, name, ...otherNames, ...tags, ...way),
  );
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const shown = found.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE);
  return { shown, found: found.length, page: at, pages };
}

/** Every competency in the order of the tree, with the groups that it stands in. */
export function allCompetencies({ groups, competencies }: OwnFramework): ShownCompetency[] {
  const within = Map.groupBy(competencies, ({ group }) => group);
  const children = Map.groupBy(groups, ({ parent }) => parent);
  const list = (group: OwnGroup | null, way: string[]): ShownCompetency[] => [
    ...(within.get(group?.id ?? null) ?? []).map((each) => ({ ...each, way })),
    ...(children.get(group?.id ?? null) ?? []).flatMap((child) =>
      list(child, [...way, child.name]),
    ),
  ];
  return list(null, []);
}

/** Groups in the order of their tree, each with how deep it stands. */
export function groupsInOrder({ groups }: OwnFramework): (OwnGroup & { depth: number })[] {
  const children = Map.groupBy(groups, ({ parent }) => parent);
  const list = (parent: string | null, depth: number): (OwnGroup & { depth: number })[] =>
    (children.get(parent) ?? []).flatMap((group) => [
      { ...group, depth },
      ...list(group.id, depth + 1),
    ]);
  return list(null, 0);
}

import type { RoleMatch } from "./role.ts";
import { plain, wordsOf } from "./words-of-title.ts";

/** What the directory says of somebody, as far as roles go by it. */
export type Matched = {
  id: string;
  jobTitle: string | null;
  jobLevel: string | null;
  department: string | null;
};

export type Matching = { roleId: string; match: RoleMatch; people: readonly string[] };

/** A role somebody has, and by what. */
export type HasRole = {
  roleId: string;
  byName: boolean;
  /** Words of the longest title that found them; 0 when none did. */
  titleWords: number;
};

type Node = { next: Map<string, Node>; roles: number[] };
type Found = { at: number; titleWords: number };

/**
 * Which roles somebody has, for any number of people and roles: the rules are put in order once, and people of whom the
 * directory says the same are looked up once. A title finds whoever's begins with its words. Roles come in the order
 * given. Whoever is alike has one and the same list, unless they are named.
 */
export function rolesMatched(
  matchings: readonly Matching[],
): (person: Matched) => readonly HasRole[] {
  const titles: Node = { next: new Map(), roles: [] };
  const levels = new Map<string, number[]>();
  const departments = new Map<string, number[]>();
  const named = new Map<string, Set<number>>();
  const conditions = matchings.map(({ match, people }, at) => {
    for (const title of match.titles) nodeFor(titles, wordsOf(title)).roles.push(at);
    for (const level of new Set(match.levels.map(plain))) push(levels, level, at);
    for (const department of new Set(match.departments.map(plain)))
      push(departments, department, at);
    for (const person of people) named.set(person, (named.get(person) ?? new Set()).add(at));
    return [match.titles, match.levels, match.departments].filter((each) => each.length > 0).length;
  });
  const byRules = ({ jobTitle, jobLevel, department }: Matched): Found[] => {
    const byTitle = titledRoles(titles, jobTitle ?? "");
    const met = [
      [...byTitle.keys()],
      levels.get(plain(jobLevel ?? "")) ?? [],
      departments.get(plain(department ?? "")) ?? [],
    ];
    const counts = new Map<number, number>();
    for (const at of met.flat()) counts.set(at, (counts.get(at) ?? 0) + 1);
    return [...counts].flatMap(([at, count]) =>
      matchings[at]?.match.join === "any" || count === conditions[at]
        ? [{ at, titleWords: byTitle.get(at) ?? 0 }]
        : [],
    );
  };
  const hasRoles = (person: Matched, own: ReadonlySet<number>): readonly HasRole[] => {
    const found = byRules(person);
    const others = [...own].filter((at) => !found.some((each) => each.at === at));
    return [...found, ...others.map((at) => ({ at, titleWords: 0 }))]
      .sort((one, other) => one.at - other.at)
      .flatMap(({ at, titleWords }) => {
        const roleId = matchings[at]?.roleId;
        return roleId === undefined ? [] : [{ roleId, byName: own.has(at), titleWords }];
      });
  };
  const known = new Map<string, readonly HasRole[]>();
  return (person) => {
    const own = named.get(person.id);
    if (own) return hasRoles(person, own);
    const key = alike(person);
    const before = known.get(key) ?? hasRoles(person, NOBODY);
    known.set(key, before);
    return before;
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/** The same for people of whom the directory says the same; no text of a database holds the sign in between. */
export function alike({ jobTitle, jobLevel, department }: Matched): string {
  return `${jobTitle ?? ""}\u0000${jobLevel ?? ""}\u0000${department ?? ""}`;
}

/**
 * The one of somebody's roles that a report goes by, where it can go by one alone: the one they have by name, else the
 * one with the longest title of theirs, else the first.
 */
export function closestRole(has: readonly HasRole[]): HasRole | null {
  let closest: HasRole | null = null;
  for (const each of has) if (!closest || isCloser(each, closest)) closest = each;
  return closest;
}

function isCloser(one: HasRole, other: HasRole): boolean {
  if (one.byName !== other.byName) return one.byName;
  return one.titleWords > other.titleWords;
}

function nodeFor(root: Node, words: readonly string[]): Node {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), roles: [] };
    node.next.set(word, next);
    node = next;
  }
  return node;
}

/** Roles by the words of the longest of their titles that is how this one begins. */
function titledRoles(root: Node, title: string): Map<number, number> {
  const found = new Map<number, number>();
  let node: Node | undefined = root;
  let length = 0;
  for (const word of wordsOf(title)) {
    node = node.next.get(word);
    if (!node) break;
    length += 1;
    for (const at of node.roles) found.set(at, length);
  }
  return found;
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}

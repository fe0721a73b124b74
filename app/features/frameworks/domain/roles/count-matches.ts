import { alike, type Matched, rolesMatched } from "./match-people.ts";
import type { RoleMatch } from "./role.ts";

export type MatchCounts = {
  count: number;
  /** The first of them by name, to see whether it is whom one meant. */
  some: string[];
  /** Lines that find nobody by themselves, by field. */
  nobody: { titles: string[]; levels: string[]; departments: string[] };
};

const SHOWN = 5;

/**
 * How many people the rules of a role find, and which of their lines find nobody. `people` are in the order of names.
 */
export function countMatches(
  people: readonly (Matched & { name: string })[],
  { match, people: named }: { match: RoleMatch; people: readonly string[] },
): MatchCounts {
  const held = rolesMatched([{ roleId: "", match, people: named }]);
  const found = people.filter((person) => held(person).length > 0);
  const different = [...new Map(people.map((person) => [alike(person), person])).values()];
  const alone = (field: "titles" | "levels" | "departments") => {
    const empty: RoleMatch = { join: "all", titles: [], levels: [], departments: [] };
    const lines = match[field];
    const each = rolesMatched(
      lines.map((line) => ({ roleId: line, match: { ...empty, [field]: [line] }, people: [] })),
    );
    const used = new Set(different.flatMap((person) => each(person).map(({ roleId }) => roleId)));
    return lines.filter((line) => !used.has(line));
  };
  return {
    count: found.length,
    some: found.slice(0, SHOWN).map(({ name }) => name),
    nobody: { titles: alone("titles"), levels: alone("levels"), departments: alone("departments") },
  };
}

import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { SkillsSheet } from "./skills-sheet.server.ts";

/** What every page of skills shows of where its figures come from, and what they may be narrowed to. */
export type SheetShown = {
  framework: { framework: string; name: string; levels: string[] };
  frameworks: { framework: string; name: string }[];
  /** The hats of the framework, and its groups of competencies. */
  groups: { value: string; label: string }[];
  departments: string[];
  /** By whom they report to. */
  teams: { id: string; name: string }[];
};

export async function sheetShown(
  tx: Tx,
  actor: Actor,
  { framework, frameworks, columns, everybody }: SkillsSheet,
): Promise<SheetShown> {
  const managers = [...new Set(everybody.flatMap(({ managerId }) => managerId ?? []))];
  const names = await namesOfPeople(tx, actor, managers);
  const groups = new Set(columns.flatMap(({ group }) => group ?? []));
  const departments = new Set(everybody.flatMap(({ department }) => department ?? []));
  return {
    framework: {
      ...{ framework: framework.framework, name: framework.name },
      levels: framework.levels.map(({ name }) => name),
    },
    frameworks,
    groups: [
      ...framework.hats.map(({ key, name }) => ({ value: key, label: name })),
      ...[...groups].map((group) => ({ value: group, label: group })),
    ],
    departments: [...departments].sort(byWords),
    teams: managers
      .flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name }];
      })
      .sort((one, other) => byWords(one.name, other.name)),
  };
}

const collator = new Intl.Collator("en-GB");
const byWords = (one: string, other: string) => collator.compare(one, other);

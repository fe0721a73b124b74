import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import type { RoleForm } from "./read-role-form.ts";
import type { RoleDefinition } from "./role.ts";

type NeedRow = RoleForm["needs"][number];

/** Up to so many competencies all stand in the form; of more only those that are needed, and those looked for. */
export const MOST_ROWS = 60;
const MOST_FOUND = 20;

export function emptyForm({ hats }: LevelledFramework, validFrom: string): RoleForm {
  return {
    ...{ name: "", parent: "", validFrom, needs: [], join: "all", titles: "", levels: "" },
    ...{ departments: "", people: "", hasZone: false },
    zone: Object.fromEntries(hats.map(({ key }) => [key, { low: "-0.5", high: "0.5" }])),
  };
}

/** What is kept of needs and zone, as its form shows it. */
export function formOf(
  framework: LevelledFramework,
  { needs, zone, dropped = [] }: Pick<RoleDefinition, "needs" | "zone"> & { dropped?: string[] },
): Pick<RoleForm, "needs" | "hasZone" | "zone"> {
  const ends = Object.entries(zone ?? {}).map(([hat, { low, high }]) => [
    hat,
    { low: String(low), high: String(high) },
  ]);
  return {
    needs: [
      ...needs.map(({ competency, level, weight, importance }) => ({
        ...{ competency, level: level === null ? "open" : String(level), weight, importance },
      })),
      ...dropped.map((competency) => ({ ...emptyRow(competency), level: "none" })),
    ],
    hasZone: zone !== null,
    zone: { ...emptyForm(framework, "").zone, ...Object.fromEntries(ends) },
  };
}

/**
 * The rows of a form, one a competency, in the framework's order: all of a small framework, else those that say
 * something or are inherited.
 */
export function rowsOf(
  { competencies }: LevelledFramework,
  said: readonly NeedRow[],
  inherited: readonly string[],
): NeedRow[] {
  const bySaid = new Map(said.map((row) => [row.competency, row]));
  const wanted = new Set([...bySaid.keys(), ...inherited]);
  return competencies
    .filter(({ id }) => competencies.length <= MOST_ROWS || wanted.has(id))
    .map(({ id }) => bySaid.get(id) ?? emptyRow(id));
}

/** The rows as they were sent, each competency once, with those that are inherited or were looked for after them. */
export function rowsAfter(
  { competencies }: LevelledFramework,
  sent: readonly NeedRow[],
  { inherited, words }: { inherited: readonly string[]; words: string },
): { rows: NeedRow[]; found: number } {
  const rows = new Map(sent.map((row) => [row.competency, row]));
  const asked = words.trim().toLowerCase();
  const isWanted = new Set(inherited);
  const found = competencies.filter(
    ({ id, name }) => asked !== "" && !rows.has(id) && name.toLowerCase().includes(asked),
  );
  const further = competencies.filter(({ id }) => isWanted.has(id) && !rows.has(id));
  for (const { id } of [...further, ...found.slice(0, MOST_FOUND)])
    if (!rows.has(id)) rows.set(id, emptyRow(id));
  return { rows: [...rows.values()], found: found.length };
}

function emptyRow(competency: string): NeedRow {
  return { competency, level: "", weight: "essential", importance: "ordinary" };
}

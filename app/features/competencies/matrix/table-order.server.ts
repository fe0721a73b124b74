import { byGap, gapOf, type PersonGap } from "../domain/tables/gap.ts";
import type { Grouping, MatrixQuery } from "../domain/tables/matrix-query.ts";
import type { SheetColumn, SheetPerson, SkillsSheet } from "./skills-sheet.server.ts";

export type OrderedPerson = SheetPerson & { groupKey: string | null; gap: PersonGap };

/** Of a sheet's competencies those of a hat or a group. */
export function chosenColumns(
  columns: readonly SheetColumn[],
  group: string,
): readonly SheetColumn[] {
  if (group === "") return columns;
  return columns.filter((each) => each.hat === group || each.group === group);
}

/** People as a query orders them: by what is missing, by one competency, or by name; group after group. */
export function orderedPeople(
  { people, levels, neededBy }: SkillsSheet,
  columns: readonly SheetColumn[],
  { sort, by }: Pick<MatrixQuery, "sort" | "by">,
): OrderedPerson[] {
  const ids = columns.map(({ id }) => id);
  const rows = people.map((person) => ({
    ...person,
    groupKey: groupOf(person, by),
    gap: gapOf(person.id, levels.get(person.id), ids, neededBy),
  }));
  if (sort === "gap") rows.sort((one, other) => byGap(one.gap, other.gap));
  else if (ids.includes(sort)) {
    // Whoever is not assessed comes last: that is no low level.
    const of = (id: string) => levels.get(id)?.get(sort)?.estimate ?? Number.NEGATIVE_INFINITY;
    rows.sort((one, other) => descending(of(one.id), of(other.id)));
  }
  if (by === "none") return rows;
  // Whatever the rows go by, each group stands where the first of it does; whoever is in none stands last.
  const groups = [...Map.groupBy(rows, ({ groupKey }) => groupKey)];
  groups.sort(([one], [other]) => Number(one === null) - Number(other === null));
  return groups.flatMap(([, own]) => own);
}

function descending(one: number, other: number): number {
  return one === other ? 0 : one > other ? -1 : 1;
}

function groupOf({ department, managerId }: SheetPerson, by: Grouping): string | null {
  if (by === "department") return department;
  return by === "manager" ? managerId : null;
}

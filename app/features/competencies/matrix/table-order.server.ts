import { byGap, gapsOf, type PersonGap } from "../domain/tables/gap.ts";
import type { Grouping, MatrixQuery } from "../domain/tables/matrix-query.ts";
import type { SheetColumn, SheetPerson, SheetWithNeeds } from "./skills-sheet.server.ts";

export type OrderedPerson = SheetPerson & { groupKey: string | null };

const NO_GAP: PersonGap = { missing: 0, assessed: 0, unknown: 0 };

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
  { people, levels, neededBy }: SheetWithNeeds,
  columns: readonly SheetColumn[],
  { sort, by }: Pick<MatrixQuery, "sort" | "by">,
): OrderedPerson[] {
  const ids = new Set(columns.map(({ id }) => id));
  const rows = people.map((person) => ({ ...person, groupKey: groupOf(person, by) }));
  if (sort === "gap") {
    const gapOf = gapsOf(ids, neededBy);
    const gaps = new Map(people.map(({ id }) => [id, gapOf(id, levels.get(id))]));
    const of = (id: string) => gaps.get(id) ?? NO_GAP;
    rows.sort((one, other) => byGap(of(one.id), of(other.id)));
  } else if (ids.has(sort)) {
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

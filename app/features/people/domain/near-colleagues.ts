type Placed = {
  id: string;
  managerId: string | null;
  department: string | null;
  jobLevel: string | null;
};

/**
 * Finds the few people who could be suggested as someone's raters (the manager, the same team, direct reports, the same
 * level in the department), so that suggesting for thousands does not look at everyone for each of them.
 */
export function nearColleagues<Person extends Placed>(
  people: readonly Person[],
): (person: Placed) => Person[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byManager = Map.groupBy(people, (person) => person.managerId);
  const byLevel = Map.groupBy(people, levelKey);
  return (person) => {
    const manager = person.managerId === null ? undefined : byId.get(person.managerId);
    const level = levelKey(person);
    return [
      ...new Set([
        ...(manager ? [manager] : []),
        ...(person.managerId === null ? [] : (byManager.get(person.managerId) ?? [])),
        ...(byManager.get(person.id) ?? []),
        ...(level === null ? [] : (byLevel.get(level) ?? [])),
      ]),
    ];
  };
}

function levelKey({ department, jobLevel }: Placed): string | null {
  return department === null || jobLevel === null ? null : JSON.stringify([department, jobLevel]);
}

/** What somebody's work needs of a competency: a level, and how much it counts beside others. */
export type Needed = { level: number; weight: number };

/** What is needed by competency; people with the same roles share it. */
export type RoleNeeds = ReadonlyMap<string, Needed>;

/** What a person needs of a competency; null where nothing says so. */
export type NeededBy = {
  (personId: string, competency: string): Needed | null;
  /** What their roles say, where these say something. */
  ofRoles: (personId: string) => RoleNeeds;
  /** Of every competency of which their roles say nothing. */
  usual: Needed | null;
};

const NOTHING: RoleNeeds = new Map();

/** What roles need of people, and of all else the usual. */
export function neededFrom(
  roles: ReadonlyMap<string, RoleNeeds>,
  usual: Needed | null = null,
): NeededBy {
  const ofRoles = (personId: string) => roles.get(personId) ?? NOTHING;
  const needed = (personId: string, competency: string) =>
    ofRoles(personId).get(competency) ?? usual;
  return Object.assign(needed, { ofRoles, usual });
}

/** Of how many of some competencies something is needed; once for all who have the same roles. */
export function countNeeded(
  competencies: ReadonlySet<string>,
  { usual, ofRoles }: NeededBy,
): (personId: string) => number {
  if (usual) return () => competencies.size;
  const known = new Map<RoleNeeds, number>();
  return (personId) => {
    const own = ofRoles(personId);
    const before = known.get(own);
    if (before !== undefined) return before;
    let count = 0;
    for (const competency of own.keys()) if (competencies.has(competency)) count += 1;
    known.set(own, count);
    return count;
  };
}

/**
 * The level that is asked for, of so many: the one somebody chose, at most the highest; where nobody chose one (0), the
 * middle of the scale, or the one above.
 */
export function askedLevel(chosen: number, levels: number): number {
  return chosen === 0 ? Math.ceil((levels + 1) / 2) : Math.min(levels, chosen);
}

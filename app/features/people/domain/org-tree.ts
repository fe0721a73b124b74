export type TreePerson = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  managerId: string | null;
};

export type TreeNode = {
  person: TreePerson;
  /** How many people report to them directly. */
  direct: number;
  /** How many people stand below them in all. */
  below: number;
  /** Empty although `direct` is not when there was no room: those are shown on the person's own tree. */
  reports: TreeNode[];
};

export type OrgTree = {
  roots: TreeNode[];
  /** From the top down to the person the tree starts from, without them; empty for the whole organisation. */
  path: TreePerson[];
  /** People at the top for whom there was no room. */
  more: number;
};

/**
 * Who reports to whom, from the top or from one person down, with at most `room` people, level by level. People whose
 * manager is not among those given stand at the top. Expects managers without loops and people in the order to show.
 * @returns null when `from` is nobody.
 */
export function shapeOrgTree(
  people: TreePerson[],
  from: string | null,
  room: number,
): OrgTree | null {
  const byId = new Map(people.map((person) => [person.id, person]));
  const start = from === null ? null : byId.get(from);
  if (start === undefined) return null;
  const reportsOf = Map.groupBy(people, ({ managerId }) =>
    managerId !== null && byId.has(managerId) ? managerId : null,
  );
  const below = countBelow(reportsOf.get(null) ?? [], reportsOf);
  const makeNode = (person: TreePerson): TreeNode => ({
    person,
    direct: reportsOf.get(person.id)?.length ?? 0,
    below: below.get(person.id) ?? 0,
    reports: [],
  });
  const top = start ? [start] : (reportsOf.get(null) ?? []);
  const roots = top.slice(0, room).map(makeNode);
  let left = room - roots.length;
  const waiting = [...roots];
  for (const node of waiting) {
    if (node.direct > left) continue;
    node.reports = (reportsOf.get(node.person.id) ?? []).map(makeNode);
    left -= node.direct;
    waiting.push(...node.reports);
  }
  return { roots, path: start ? pathTo(start, byId) : [], more: top.length - roots.length };
}

/** The managers above someone, from the top down. */
export function pathTo(
  person: Pick<TreePerson, "managerId">,
  byId: ReadonlyMap<string, TreePerson>,
): TreePerson[] {
  const path = new Set<TreePerson>();
  let { managerId } = person;
  while (managerId !== null) {
    const manager = byId.get(managerId);
    if (!manager || path.has(manager)) break;
    path.add(manager);
    managerId = manager.managerId;
  }
  return [...path].reverse();
}

function countBelow(
  top: TreePerson[],
  reportsOf: ReadonlyMap<string | null, TreePerson[]>,
): Map<string, number> {
  const downwards = [...top];
  for (const { id } of downwards) downwards.push(...(reportsOf.get(id) ?? []));
  const below = new Map<string, number>();
  for (const { id, managerId } of downwards.reverse()) {
    if (managerId === null) continue;
    below.set(managerId, (below.get(managerId) ?? 0) + 1 + (below.get(id) ?? 0));
  }
  return below;
}

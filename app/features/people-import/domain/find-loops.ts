/**
 * The loops in who reports to whom: each a list in which everyone reports to the next and the last to the first.
 * Takes time in proportion to the number of people.
 */
export function findLoops<Key>(
  people: Iterable<Key>,
  managerOf: (key: Key) => Key | null | undefined,
): Key[][] {
  const loops: Key[][] = [];
  const settled = new Set<Key>();
  for (const start of people) {
    const path: Key[] = [];
    const place = new Map<Key, number>();
    let current: Key | null | undefined = start;
    while (current != null && !settled.has(current) && !place.has(current)) {
      place.set(current, path.length);
      path.push(current);
      current = managerOf(current);
    }
    const loopStart = current == null ? undefined : place.get(current);
    if (loopStart !== undefined) loops.push(path.slice(loopStart));
    for (const key of path) settled.add(key);
  }
  return loops;
}

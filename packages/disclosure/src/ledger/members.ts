/** A set of contributors by number, one bit each; any room after the last is zero. */
export type Members = Uint8Array;

/** An empty set with room for so many. */
export const noMembers = (people: number): Members => new Uint8Array(Math.ceil(people / 8));

/** The set of these numbers. Throws a RangeError for one that is not there or there twice. */
export function membersOf(contributors: ArrayLike<number>, people: number): Members {
  const members = noMembers(people);
  for (let at = 0; at < contributors.length; at++) {
    const person = contributors[at] ?? -1;
    if (!(Number.isInteger(person) && person >= 0 && person < people))
      throw new RangeError(`There is no contributor ${person}.`);
    if (isMember(members, person)) throw new RangeError("A contributor is there twice.");
    members[person >> 3] = (members[person >> 3] ?? 0) | (1 << (person & 7));
  }
  return members;
}

/** 1 for a member, else 0. */
export function isMember(members: Members, person: number): 0 | 1 {
  return (((members[person >> 3] ?? 0) >> (person & 7)) & 1) as 0 | 1;
}

/** Members in ascending order. */
export function listMembers(members: Members): Int32Array {
  const list: number[] = [];
  for (let byte = 0; byte < members.length; byte++) {
    for (let bits = members[byte] ?? 0; bits !== 0; bits &= bits - 1)
      list.push(8 * byte + (31 - Math.clz32(bits & -bits)));
  }
  return Int32Array.from(list);
}

/** What is left of the larger of two sets where it holds all of the smaller; null where neither holds the other. */
export function leftBeside(a: Members, b: Members): Members | null {
  let [onlyA, onlyB] = [false, false];
  for (let byte = 0; byte < a.length; byte++) {
    const [x, y] = [a[byte] ?? 0, b[byte] ?? 0];
    if ((x & ~y) !== 0) onlyA = true;
    if ((y & ~x) !== 0) onlyB = true;
    if (onlyA && onlyB) return null;
  }
  return a.map((byte, at) => byte ^ (b[at] ?? 0));
}

/** The same set with room for more contributors. */
export function roomFor(members: Members, people: number): Members {
  const room = noMembers(people);
  room.set(members);
  return room;
}

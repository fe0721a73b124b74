const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What of a network address stands for one place: an IPv4 address whole, the first 64 bits of an IPv6 address, since a
 * household is given all of the rest. Anything else stands for itself.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.trim().split("%");
  const mapped = MAPPED.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!plain.includes(":") || !/^[\da-f:.]+$/i.test(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = groupsOf(head);
  if (tail !== undefined) {
    const missing = Math.max(8 - groups.length - groupsOf(tail).length, 0);
    groups.push(...Array<string>(missing).fill("0"), ...groupsOf(tail));
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** The groups of sixteen bits; an IPv4 address at the end is two of them. */
function groupsOf(part: string): string[] {
  return part === ""
    ? []
    : part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}

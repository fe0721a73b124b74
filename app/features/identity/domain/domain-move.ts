import { sameAddress } from "./address-change.ts";

/** From so many people on, a change of the part after the @ is one of a whole domain. */
const WHOLE_DOMAIN_FROM = 5;

type Change = { oldAddress: string | null; newAddress: string | null };

export type DomainMove<Each extends Change> = { from: string; to: string; changes: Each[] };

/**
 * Addresses that keep what stands before the @ and change what stands after it, when many do from one domain to
 * another: what two administrators may agree on at once. Everybody else's change is looked at by itself.
 */
export function domainMoves<Each extends Change>(changes: readonly Each[]): DomainMove<Each>[] {
  const moves = new Map<string, DomainMove<Each>>();
  for (const change of changes) {
    const before = partsOf(change.oldAddress);
    const after = partsOf(change.newAddress);
    if (!before || !after || !sameAddress(before.local, after.local)) continue;
    const from = before.domain.toLowerCase();
    const to = after.domain.toLowerCase();
    if (from === to) continue;
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, changes: [] };
    move.changes.push(change);
    moves.set(key, move);
  }
  return [...moves.values()]
    .filter(({ changes: own }) => own.length >= WHOLE_DOMAIN_FROM)
    .sort((one, other) => other.changes.length - one.changes.length);
}

function partsOf(address: string | null): { local: string; domain: string } | null {
  const at = address?.lastIndexOf("@") ?? -1;
  return address && at > 0 ? { local: address.slice(0, at), domain: address.slice(at + 1) } : null;
}

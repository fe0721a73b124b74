import type { Office } from "./office.ts";

/** The office that goes with somebody's groups at a provider: never one that decides about access itself. */
export type GroupOffice = { providerId: string; office: "admin" | "analyst" | null };

type Held = {
  office: Office | null;
  /** It is limited to units, which is said by hand alone. */
  isLimited: boolean;
  /** Which provider gave it, and what they had by hand before; null for what was given by hand. */
  given: { providerId: string; before: Office | null } | null;
};

type Changed = { office: Office | null; given: Held["given"] };

/**
 * What somebody has from now on who comes with these groups; null where it stays. Owners stay owners, and limits stay.
 * A provider raises what was given by hand and never takes it; what it gave goes with the group.
 */
export function officeByGroup({ providerId, office }: GroupOffice, held: Held): Changed | null {
  if (held.office === "owner" || held.isLimited) return null;
  const { given } = held;
  const before = given ? given.before : held.office;
  // What another provider gave this one raises, and leaves otherwise.
  if (given && given.providerId !== providerId && rank(office) <= rank(held.office)) return null;
  const isRaised = rank(office) > rank(before);
  const next = isRaised ? office : before;
  if (next === held.office && (given !== null) === isRaised) return null;
  return { office: next, given: isRaised ? { providerId, before } : null };
}

function rank(office: Office | null): number {
  return office === null ? 0 : { analyst: 1, admin: 2, owner: 3 }[office];
}

import type { Role } from "./actor.ts";

/**
 * What somebody is trusted with beyond their own affairs, most first. An owner is an administrator who also decides who
 * is in office and on the rules of access; an analyst reads the figures of whole rounds, and of nobody.
 */
export const OFFICES = ["owner", "admin", "analyst"] as const;

export type Office = (typeof OFFICES)[number];

export type Rights = { role: Role; owner: boolean };

export const NO_OFFICE: Rights = { role: "member", owner: false };

/** What a membership says of whoever has an office. */
export function rightsOf(office: Office): Rights {
  return office === "owner" ? { role: "admin", owner: true } : { role: office, owner: false };
}

/** The office that goes with these rights; null for a member, who has none. */
export function officeOf({ role, owner }: Rights): Office | null {
  if (role === "member") return null;
  return owner ? "owner" : role;
}

/** A stored role. @throws for one that is none. */
export function roleAmong(stored: string): Role {
  return among(ROLES, stored);
}

/** A stored office. @throws for one that is none. */
export function officeAmong(stored: string): Office {
  return among(OFFICES, stored);
}

const ROLES = ["admin", "analyst", "member"] as const satisfies readonly Role[];

function among<Each extends string>(all: readonly Each[], stored: string): Each {
  const found = all.find((each) => each === stored);
  if (!found) throw new Error(`nobody is ${stored}`);
  return found;
}

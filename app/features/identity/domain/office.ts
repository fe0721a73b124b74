import type { ActorRole, Role } from "./actor.ts";

/**
 * What somebody is trusted with beyond their own affairs, most first. An owner is an administrator who also decides who
 * is in office and on the rules of access; an analyst reads the figures of whole rounds, and of nobody.
 */
export const OFFICES = ["owner", "admin", "analyst"] as const;

export type Office = (typeof OFFICES)[number];

/** The same where it is limited to units: owners never are. */
export const LIMITED_OFFICES = ["unit-admin", "unit-analyst"] as const;

export type LimitedOffice = (typeof LIMITED_OFFICES)[number];

/** What an office is called with its limit, if it has one. */
export function officeNamed(office: Office, units: Limit): Office | LimitedOffice {
  if (units === null || office === "owner") return office;
  return office === "admin" ? "unit-admin" : "unit-analyst";
}

/** The names of the units that an office is limited to; null: the whole organisation. */
export type Limit = readonly string[] | null;

export type Rights = { role: Role; owner: boolean; units: Limit };

export const NO_OFFICE: Rights = { role: "member", owner: false, units: null };

/** What a membership says of whoever has an office. Owners are never limited. */
export function rightsOf(office: Office, units: Limit = null): Rights {
  return office === "owner"
    ? { role: "admin", owner: true, units: null }
    : { role: office, owner: false, units: units && limitOf(units) };
}

/** An office with its limit as one word, to be known again on a page that was loaded a while ago. */
export function standing({ office, units }: { office: Office; units: Limit }): string {
  return JSON.stringify([office, units && limitOf(units)]);
}

/** A limit as it is stored: each unit once, in one order. @throws for one without a unit, which would limit nothing. */
export function limitOf(units: readonly string[]): readonly string[] {
  if (units.length === 0) throw new Error("a limit without a unit");
  return [...new Set(units)].sort();
}

/** As what somebody with these rights asks, and where. */
export function standsAs({ role, owner, units }: Rights): {
  role: ActorRole;
  owner: boolean;
  units?: readonly string[];
} {
  if (units === null) return { role, owner: role === "admin" && owner };
  return {
    role: role === "admin" ? "unit-admin" : role === "analyst" ? "unit-analyst" : role,
    owner: false,
    units,
  };
}

/** The office that goes with these rights; null for a member, who has none. */
export function officeOf({ role, owner }: Omit<Rights, "units">): Office | null {
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

import type { Actor } from "~/features/identity/domain/index.ts";

type Viewer = Pick<Actor, "role" | "personId">;

/** Only admins add people, change them or set them inactive; and who changed what is told to them alone. */
export function mayChangePeople({ role }: Viewer): boolean {
  return role === "admin";
}

/** HR finds people by what only HR knows of them, to choose them; HR of units those of their units. */
export function mayLookUpPeople({ role }: Pick<Actor, "role">): boolean {
  return role === "admin" || role === "unit-admin";
}

/** Whoever is in the directory says how they are called and written to; a leaver's record is HR's alone. */
export function mayChooseForThemselves({ role, personId }: Viewer): boolean {
  return role !== "leaver" && personId !== null;
}

/** Former colleagues are kept for what refers to them, but only admins look them up. */
export function maySeeInactivePeople({ role }: Viewer): boolean {
  return role === "admin";
}

/** Employee id, dates and type of employment are between a person and HR. */
export function maySeeEmployment({ role, personId }: Viewer, ofPersonId: string): boolean {
  return role === "admin" || personId === ofPersonId;
}

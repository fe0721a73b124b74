import type { Actor } from "~/features/identity/domain/index.ts";

type Viewer = Pick<Actor, "role" | "personId">;

/** What became of letters is HR's; HR of units knows it of a round that they were let into. */
export function maySeeLettersAbout(
  { role, letInto }: Pick<Actor, "role" | "letInto">,
  aboutId: string,
): boolean {
  return role === "admin" || (role === "unit-admin" && letInto === aboutId);
}

/** Whoever is in the directory says which letters they want; a leaver gets none to choose among. */
export function mayChooseLetters({ role, personId }: Viewer): boolean {
  return role !== "leaver" && personId !== null;
}

import type { Actor } from "~/features/identity/domain/index.ts";

type Viewer = Pick<Actor, "role" | "personId">;

/** Whoever is in the directory says which letters they want; a leaver gets none to choose among. */
export function mayChooseLetters({ role, personId }: Viewer): boolean {
  return role !== "leaver" && personId !== null;
}

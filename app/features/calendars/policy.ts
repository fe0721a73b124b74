import type { Actor } from "~/features/identity/domain/index.ts";

/** Whoever is in the directory and has not left may have what is due for them in their own calendar. */
export function mayHaveCalendar({ role, personId }: Pick<Actor, "role" | "personId">): boolean {
  return role !== "leaver" && personId !== null;
}

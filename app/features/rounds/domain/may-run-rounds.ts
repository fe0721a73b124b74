import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role">;

/** HR runs rounds. It sees who was asked and how many answered, never an answer. */
export function mayRunRounds(actor: Asker): boolean {
  return actor.role === "admin";
}

/** HR and its analysts read the figures on whole rounds, once they are shown at all. */
export function mayReadFigures(actor: Asker): boolean {
  return actor.role === "admin" || actor.role === "analyst";
}

import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role" | "letInto">;

/** HR runs rounds, all there are. It sees who was asked and how many answered, never an answer. */
export function mayRunRounds(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}

/** HR of units runs rounds too: those it is let into, and new ones. Whoever asks this looks further. */
export function mayRunSomeRounds(actor: Pick<Actor, "role">): boolean {
  return mayRunRounds(actor) || actor.role === "unit-admin";
}

/** HR runs this round; HR of units where it was let into it (`reach/let-into`). */
export function mayRunRound(actor: Asker, roundId: string): boolean {
  return mayRunRounds(actor) || (actor.role === "unit-admin" && actor.letInto === roundId);
}

/** HR and its analysts read the figures on whole rounds, once they are shown at all. */
export function mayReadFigures(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin" || actor.role === "analyst";
}

/** Those of units read figures too: of the rounds they are let into. Whoever asks this looks further. */
export function mayReadSomeFigures(actor: Pick<Actor, "role">): boolean {
  return mayReadFigures(actor) || actor.role === "unit-admin" || actor.role === "unit-analyst";
}

/** The same of the figures on one round; of units where they were let into it. */
export function mayReadFiguresOf(actor: Asker, roundId: string): boolean {
  return mayReadFigures(actor) || (mayReadSomeFigures(actor) && actor.letInto === roundId);
}

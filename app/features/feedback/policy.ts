import type { CycleState } from "./domain/cycle.ts";

type Asker = { role: "admin" | "member"; personId: string | null };

/** HR runs cycles. It sees who was asked and how many answered, never an answer. */
export function mayRunCycles(actor: Asker): boolean {
  return actor.role === "admin";
}

/** Participants choose their own raters while nominations are open; HR may at any time before launch. */
export function mayChooseRaters(
  actor: Asker,
  facts: { participantPersonId: string; nomination: "open" | "submitted"; cycleState: CycleState },
): boolean {
  if (mayRunCycles(actor)) return facts.cycleState === "draft" || facts.cycleState === "nominating";
  return (
    actor.personId !== null &&
    actor.personId === facts.participantPersonId &&
    facts.cycleState === "nominating" &&
    facts.nomination === "open"
  );
}

/** A report is its participant's, once released. Nobody else's: not HR's, not the manager's. */
export function mayReadReport(
  actor: Asker,
  facts: { participantPersonId: string; released: boolean },
): boolean {
  return facts.released && actor.personId !== null && actor.personId === facts.participantPersonId;
}

import { type CycleState, isEditable } from "./cycle.ts";

/** When a letter's wording may change: until the launch, or for what still leaves while answers are taken. */
export type LetterPhase = "before" | "running" | "over";

export function letterPhase(state: CycleState): LetterPhase {
  if (isEditable(state)) return "before";
  return state === "collecting" ? "running" : "over";
}

import { isEditable, type RoundState } from "./round.ts";

/** When a letter's wording may change: until the launch, or for what still leaves while answers are taken. */
export type LetterPhase = "before" | "running" | "over";

export function letterPhase(state: RoundState): LetterPhase {
  if (isEditable(state)) return "before";
  return state === "collecting" ? "running" : "over";
}

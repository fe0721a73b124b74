import type { RoundState } from "./round.ts";

/**
 * What becomes of a request to a record that is merged into another. `moves`, `drops`; or why the record can't go: its
 * round is over, so that nobody can tell whether it was answered; it was declined; it is about whoever asks.
 */
export type Disposal = "moves" | "drops" | "over" | "declined" | "own";

type Asked = {
  roundState: RoundState;
  state: string;
  relationship: string | null;
  subjectPersonId: string | null;
};

export function disposalOf(
  request: Asked,
  { asks, stays, asked }: { asks: string | null; stays: string; asked: boolean },
): Disposal {
  const { roundState, state, subjectPersonId } = request;
  // Taken off a list: what was answered went then.
  if (state === "withdrawn") return "drops";
  if (state === "declined") return "declined";
  if (!(["draft", "nominating", "collecting"] as const).some((open) => open === roundState))
    return "over";
  // Nobody shapes who is asked about themselves by merging.
  if (asks !== null && subjectPersonId === asks && stays !== asks) return "own";
  return asked || subjectPersonId === stays ? "drops" : "moves";
}

import type { Actor } from "~/features/identity/domain/index.ts";
import { mayRunRound } from "~/features/rounds/domain/index.ts";

/** A pulse, and suggestions, close by the clock on their last day; HR may close them before. */
export function mayClosePulse(
  asker: Pick<Actor, "role" | "letInto"> | { role: "clock" },
  roundId: string,
): boolean {
  return asker.role === "clock" || mayRunRound(asker, roundId);
}

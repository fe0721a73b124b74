import type { Actor } from "~/features/identity/domain/index.ts";
import { mayRunRound } from "~/features/rounds/domain/index.ts";

/** A pulse closes by the clock on its last day; HR may close it before. */
export function mayClosePulse(
  asker: Pick<Actor, "role" | "letInto"> | { role: "clock" },
  pulseId: string,
): boolean {
  return asker.role === "clock" || mayRunRound(asker, pulseId);
}

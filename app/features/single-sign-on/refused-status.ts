import type { WhyNot } from "./entering/come-back.server.ts";

/** What an answer that nobody is signed in by says to programs. */
export function refusedStatus(reason: WhyNot): number {
  if (reason === "away") return 502;
  return reason === "busy" ? 503 : 403;
}

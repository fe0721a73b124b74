import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { sendCalledOff, toldOfRound } from "../letters/called-off-letters.server.ts";
import type { Round } from "../store/round-store.server.ts";
import { eraseAnswers } from "./sever-round.server.ts";
import { endRequests } from "./severing-store.server.ts";

/**
 * Calls a round off, in the transaction of its change: no answer is kept, and everyone who was told of the round is
 * written to, whether they answered or not. @returns what the round says from now on, and how many are told.
 */
export async function callOff(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  round: Round,
  reason: string,
): Promise<{ told: number; set: { calledOffAt: Date; calledOffReason: string } }> {
  const people = await toldOfRound(tx, round);
  await eraseAnswers(tx, round);
  await endRequests(tx, round);
  const told = await sendCalledOff(platform, tx, round, people, reason);
  return { told, set: { calledOffAt: platform.clock.now(), calledOffReason: reason } };
}

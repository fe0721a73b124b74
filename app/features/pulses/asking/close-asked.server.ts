import type { Actor } from "~/features/identity/index.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import type { RoundKey } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayClosePulse } from "../policy.ts";
import type { ChangeAsked } from "./change-asked.ts";
import { takeNoMore } from "./take-no-more.server.ts";

/** Has what was said counted in the background. */
type Enqueue = (platform: Platform, tx: Tx, round: RoundKey) => Promise<void>;

/** Makes the way in which rounds of a kind stop taking answers; what was said is counted in the background at once. */
export function closerOf(change: ChangeAsked, enqueue: Enqueue) {
  return (platform: Platform, actor: Actor | ByTheClock, roundId: string) =>
    change(
      platform,
      actor,
      roundId,
      { may: mayClosePulse, from: "close", late: "not-collecting", did: "closed" } as const,
      async (tx, round) => {
        await takeNoMore(platform, tx, round, actor.accountId);
        await enqueue(platform, tx, round);
        return { ok: true, value: undefined };
      },
    );
}

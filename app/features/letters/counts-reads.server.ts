import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { maySeeLettersAbout } from "./policy.ts";

/** How many letters stand where: not yet sent, sent or kept, come back, given up. */
export type LetterCounts = { waiting: number; sent: number; bounced: number; failed: number };

const NONE: LetterCounts = { waiting: 0, sent: 0, bounced: 0, failed: 0 };

const standing: Record<string, keyof LetterCounts> = {
  ...{ queued: "waiting", sending: "waiting", sent: "sent", kept: "sent" },
  ...{ bounced: "bounced", failed: "failed" },
};

/**
 * What became of the letters about a subject, or of all there are, as counts; without kinds whose counts would tell
 * when somebody did something, such as reminders that are dropped. Administrators only.
 */
export async function letterCounts(
  tx: Tx,
  actor: Actor,
  aboutId: string | "anything",
  { without = [] }: { without?: readonly string[] } = {},
): Promise<LetterCounts> {
  if (!maySeeLettersAbout(actor, aboutId)) return NONE;
  const rows = await tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where("isPrivate", "=", false)
    .$if(aboutId !== "anything", (query) => query.where("aboutId", "=", aboutId))
    .$if(without.length > 0, (query) => query.where("kind", "not in", without))
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("state")
    .execute();
  const counts = { ...NONE };
  for (const { state, count } of rows) {
    const key = standing[state];
    if (key) counts[key] += Number(count);
  }
  return counts;
}

import type { Actor } from "~/features/identity/index.ts";
import { zoneOf } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { requestsWaiting } from "../domain/requests-waiting.ts";
import { openRequests } from "./rater-reads.server.ts";

/** What whoever asks is still asked, a task for each round. */
export async function requestsForHome(
  platform: Pick<Platform, "secret" | "clock">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  const { organisationId, personId } = actor;
  if (!personId) return {};
  const rater = { organisationId, personId, roundId: null, device: null };
  const requests = await openRequests(tx, rater, platform.secret);
  const today = todayFor(platform, await zoneOf(tx, actor, personId));
  const t = texts.getFixedT(null, "rounds", "home");
  return {
    tasks: requestsWaiting(requests, today).map(({ roundId, roundName, count, closesOn }) => ({
      id: `requests ${roundId}`,
      urgency: "others-wait",
      line: t("line", { count, cycle: roundName }),
      detail: closesOn ? t("until", { date: writtenDate(closesOn) }) : t("any"),
      action: t("action"),
      href: "/requests",
      icon: "edit",
    })),
  };
}

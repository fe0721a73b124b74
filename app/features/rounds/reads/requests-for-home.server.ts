import type { Actor } from "~/features/identity/index.ts";
import { zoneOf } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { CalendarEntries } from "~/platform/feature/calendar-entry.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { requestsWaiting, type WaitingRequests } from "../domain/requests-waiting.ts";
import { openRequests } from "./rater-reads.server.ts";

type Parts = Pick<Platform, "secret" | "clock">;

/** What whoever asks is still asked, a task for each round. */
export async function requestsForHome(platform: Parts, tx: Tx, actor: Actor): Promise<ForHome> {
  const t = readerTexts().getFixedT(null, "rounds", "home");
  const waiting = await waitingFor(platform, tx, actor);
  return {
    tasks: waiting.map(({ roundId, roundName, count, closesOn }) => ({
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

/**
 * Until when somebody is asked, a day for each round; done or not, as an entry that goes would tell whoever looks into
 * their calendar.
 */
export const requestsForCalendar: CalendarEntries = async (platform, tx, reader) => {
  const t = readerTexts().getFixedT(null, "rounds", "calendar");
  const { organisationId, personId, today } = reader;
  const rater = { organisationId, personId, roundId: null, device: null };
  const asked = await openRequests(tx, rater, platform.secret);
  const all = asked.map((request) => ({ ...request, state: "invited" }));
  return requestsWaiting(all, today).flatMap(({ roundId, closesOn }) =>
    closesOn
      ? [{ id: `round ${roundId}`, title: t("until"), at: { day: closesOn }, path: "/requests" }]
      : [],
  );
};

/** How many requests wait for whoever asks. */
export async function countWaiting(platform: Parts, tx: Tx, actor: Actor): Promise<number> {
  const waiting = await waitingFor(platform, tx, actor);
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

async function waitingFor(platform: Parts, tx: Tx, actor: Actor): Promise<WaitingRequests[]> {
  const { organisationId, personId } = actor;
  if (!personId) return [];
  const rater = { organisationId, personId, roundId: null, device: null };
  const requests = await openRequests(tx, rater, platform.secret);
  return requestsWaiting(requests, todayFor(platform, await zoneOf(tx, actor, personId)));
}

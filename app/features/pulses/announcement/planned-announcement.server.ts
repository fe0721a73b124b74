import { mayHavePlan } from "~/features/development/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import {
  ownFocus,
  ownNewestReport,
  type ReportAgain,
  reportAgain,
} from "~/features/reports/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AnnouncementTurn, nextStep, owedBy } from "../domain/announcing.ts";
import { type RaterAgain, ratersOfReport } from "../pulse/raters-again.server.ts";
import { ownAnnouncements, type SentAnnouncement } from "./announcement-store.server.ts";

/** Somebody who was asked, with where their letter goes. */
export type Recipient = RaterAgain & { address: string };

/** What whoever asks can tell those who were asked about them. */
export type PlannedAnnouncement = {
  today: string;
  report: ReportAgain;
  /** What they chose from that report to work on, in words. */
  focus: string[];
  turn: AnnouncementTurn;
  /** Everybody who was asked, but for who has left since or has no address; never fewer. */
  recipients: Recipient[];
  /** All that was sent, of every report, the latest first. */
  sent: SentAnnouncement[];
};

/** Of the report that still owes something, otherwise of the newest; null where there is none to read. */
export async function plannedAnnouncement(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PlannedAnnouncement | null> {
  if (!actor.personId || !mayHavePlan(actor)) return null;
  const sent = await ownAnnouncements(tx, actor);
  const owed = owedBy(sent);
  const before = owed && { reportId: owed, personId: actor.personId };
  const report =
    (before && (await reportAgain(tx, actor, before))) || (await ownNewestReport(tx, actor));
  if (!report) return null;
  const today = await todayWhere(platform, tx, actor);
  const focus = (await ownFocus(tx, actor)).filter(({ reportId }) => reportId === report.id);
  const raters = await ratersOfReport(tx, actor, report);
  return {
    ...{ today, report, sent },
    focus: focus.map(({ label }) => label),
    turn: nextStep(
      sent.filter(({ reportId }) => reportId === report.id),
      today,
    ),
    recipients: raters.flatMap((rater) =>
      rater.gone || rater.address === null ? [] : [{ ...rater, address: rater.address }],
    ),
  };
}

import { mayHavePlan } from "~/features/development/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import {
  ownFocus,
  ownNewestReport,
  type ReportAgain,
  reportAgain,
} from "~/features/reports/index.server.ts";
import { policyForList } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type RaterAgain, ratersOfReport } from "../asking/raters-again.server.ts";
import { type AnnouncementTurn, nextStep, owedBy } from "../domain/announcing.ts";
import { pulsePolicy } from "../domain/pulse-policy.ts";
import { ownAnnouncements, type SentAnnouncement } from "./announcement-store.server.ts";

/** Somebody who was asked, with where their letter goes. */
export type Recipient = RaterAgain & { address: string };

/** What whoever asks can tell those who were asked about them. */
export type PlannedAnnouncement = {
  today: string;
  report: ReportAgain;
  /** What they chose from that report to work on, in words. */
  focus: string[];
  /** The same, by their questions. */
  items: string[];
  turn: AnnouncementTurn;
  /** Everybody who was asked, but for who has left since or has no address; never fewer. */
  recipients: Recipient[];
  /** Who would be asked for a suggestion: those, and who answers without an address. */
  asked: RaterAgain[];
  /** How many who count a suggestion without a name needs, and how many of those who would be asked do. */
  minimum: number;
  counting: number;
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
  const raters = (await ratersOfReport(tx, actor, report)).filter(({ gone }) => !gone);
  const policy = policyForList(pulsePolicy(report.policy), report.list);
  return {
    ...{ today, report, sent },
    focus: focus.map(({ label }) => label),
    items: focus.map(({ item }) => item),
    asked: raters,
    minimum: policy.minimum,
    counting: raters.filter(({ counts }) => counts).length,
    turn: nextStep(
      sent.filter(({ reportId }) => reportId === report.id),
      today,
    ),
    recipients: raters.flatMap((rater) =>
      rater.address === null ? [] : [{ ...rater, address: rater.address }],
    ),
  };
}

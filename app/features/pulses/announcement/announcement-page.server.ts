import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { AnnouncementTurn } from "../domain/announcing.ts";
import { type OwnSuggestions, ownSuggestions } from "../suggestions/suggestion-reads.server.ts";
import type { SentAnnouncement } from "./announcement-store.server.ts";
import { plannedAnnouncement } from "./planned-announcement.server.ts";

export type AnnouncementPage = {
  report: { id: string; roundName: string };
  focus: string[];
  turn: AnnouncementTurn;
  /** To how many people it goes. */
  recipients: number;
  sent: SentAnnouncement[];
  /** Of how many without a name suggestions are shown; null where so few are asked that none could be. */
  askedFrom: number | null;
  /** What they asked for, the newest first. */
  suggestions: Pick<OwnSuggestions, "id" | "reportId" | "state" | "opensOn" | "closesOn">[];
};

/** What whoever asks can tell all who were asked, and what they told; null where they can read no report. */
export function announcementPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<AnnouncementPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const planned = await plannedAnnouncement(platform, tx, actor);
    if (!planned) return null;
    const { report, focus, turn, recipients, sent, minimum, counting } = planned;
    const suggestions = await ownSuggestions(tx, actor);
    return {
      report: { id: report.id, roundName: report.roundName },
      ...{ focus, turn, sent },
      recipients: recipients.length,
      askedFrom: counting < minimum ? null : minimum,
      suggestions: suggestions.map(({ id, reportId, state, opensOn, closesOn }) => ({
        ...{ id, reportId, state, opensOn, closesOn },
      })),
    };
  });
}

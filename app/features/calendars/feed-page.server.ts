import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { feedLink } from "./feed-link.server.ts";
import { feedOf } from "./feed-store.server.ts";
import { mayHaveCalendar } from "./policy.ts";

export type FeedPage = { feed: { id: string; link: string; madeOn: string } | null };

/** The link for the calendar of whoever asks; null for whoever may have none. */
export function feedPage(
  platform: Pick<Platform, "database" | "secret" | "publicUrl">,
  actor: Actor,
): Promise<FeedPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const { personId, organisationId } = actor;
    if (personId === null || !mayHaveCalendar(actor)) return null;
    const feed = await feedOf(tx, { organisationId, personId });
    if (!feed) return { feed: null };
    const { feedId, madeOn } = feed;
    const link = feedLink(platform, { organisationId, personId, feedId });
    return { feed: { id: feedId, link, madeOn } };
  });
}

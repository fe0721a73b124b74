import { organisationName, presenceIn } from "~/features/identity/index.server.ts";
import { directory, peopleByIds, zoneOf } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { CalendarEntries } from "~/platform/feature/calendar-entry.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readFeedLink } from "./feed-link.server.ts";
import { feedOf } from "./feed-store.server.ts";
import { writeFeed } from "./write-feed.server.ts";

/**
 * The calendar file behind a link; null for one that is not ours, was replaced or stopped, and for whoever is out or
 * whose organisation is suspended.
 */
export function readFeed(
  platform: Platform,
  file: string,
  entriesOf: CalendarEntries,
): Promise<string | null> {
  const claims = readFeedLink(platform.secret, file);
  if (!claims) return Promise.resolve(null);
  const { clock, publicUrl } = platform;
  return inOrganisation(platform, claims, async (tx) => {
    const feed = await feedOf(tx, claims);
    if (feed?.feedId !== claims.feedId) return null;
    const { organisationId, personId } = claims;
    const { presence } = await presenceIn({ clock, directory }, tx, claims, { personId });
    if (presence !== "in") return null;
    const zone = await zoneOf(tx, claims, personId);
    const reader = { organisationId, personId, zone, today: todayFor(platform, zone) };
    const [person] = await peopleByIds(tx, claims, [personId]);
    const language = languageAmong(languages, person?.language ? [person.language] : []);
    const organisation = await organisationName(tx, claims);
    const name = textsIn(language).t("calendars:name", { organisation });
    const entries = await readIn(language, () => entriesOf(platform, tx, reader));
    return writeFeed(entries, { name, publicUrl, madeAt: clock.now() });
  });
}

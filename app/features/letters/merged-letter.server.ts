import { organisationName, organisationStanding } from "~/features/identity/index.server.ts";
import { veiled } from "~/features/identity/index.ts";
import type { DirectoryPerson } from "~/features/people/index.server.ts";
import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { addressLetters } from "./kinds.ts";
import { queueMessages } from "./queue-messages.server.ts";

/**
 * Tells the owner of an address that their record was merged into another, of whose address they recognise no more than
 * their own would show. The letter has no link: there is nothing to be opened any more.
 */
export async function queueMergedLetter(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  scope: OrganisationScope,
  { name, language: wanted }: Pick<DirectoryPerson, "name" | "language">,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const organisation = await organisationName(tx, scope);
  const zone = zoneAmong((await organisationStanding(tx, scope)).timeZone);
  const language = languageAmong(languages, wanted === null ? [] : [wanted]);
  const date = writtenDate(dateIn(zone, platform.clock.now()), language);
  const fill = await designLetter(addressLetters.merged, language, { withoutLink: true });
  const letter = fill({ name, organisation, date, to: veiled(to) }, null);
  await queueMessages(platform, tx, scope, [
    { aboutId: null, to: { name, address: from }, ...letter },
  ]);
}

import { organisationName } from "~/features/identity/index.server.ts";
import { CHOSEN_FIELDS } from "~/features/people/domain/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { localeOf } from "~/platform/i18n/format.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { choiceReplaced } from "./kinds.ts";
import { queueMessages } from "./queue-messages.server.ts";

/**
 * Tells somebody which of their own choices were replaced by hand, without the words of either. The letter has no link:
 * they choose anew where they chose before. Nobody is told who left meanwhile, or has no address.
 */
export async function tellOfChoices(
  platform: Platform,
  { organisationId, personId, fields }: JobPayloads["tell-of-choices"],
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const [person] = await peopleByIds(tx, scope, [personId]);
    if (!person?.email || person.status !== "active") return;
    const { name, email: address, language: wanted } = person;
    const language = languageAmong(languages, wanted === null ? [] : [wanted]);
    const t = textsIn(language).getFixedT(language, "people");
    const named = CHOSEN_FIELDS.filter((field) => fields.includes(field));
    const list = new Intl.ListFormat(localeOf(language));
    const organisation = await organisationName(tx, scope);
    const fill = await designLetter(choiceReplaced, language, { withoutLink: true });
    const facts = {
      name,
      organisation,
      fields: list.format(named.map((field) => t(`fields.${field}`))),
    };
    await queueMessages(platform, tx, scope, [
      { aboutId: null, to: { name, address }, ...fill(facts, null) },
    ]);
  });
}

import { officialsOf, organisationName } from "~/features/identity/index.server.ts";
import { designLetter, type NewMessage, queueMessages } from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { newsLetters } from "./news-letters.ts";

/** Writes to every owner of an organisation, at the address they sign in with. The link opens nothing by itself. */
export async function tellOwners(
  platform: Platform,
  { organisationId, about }: JobPayloads["tell-owners"],
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const organisation = await organisationName(tx, scope);
    const owners = (await officialsOf(tx, scope)).filter(({ owner }) => owner);
    const people = await peopleByIds(
      tx,
      scope,
      owners.flatMap(({ personId }) => personId ?? []),
    );
    const messages: NewMessage[] = [];
    for (const { name, email, personId } of owners) {
      const wanted = people.find(({ id }) => id === personId)?.language ?? null;
      const language = languageAmong(languages, wanted === null ? [] : [wanted]);
      const fill = await designLetter(newsLetters[about], language);
      const letter = fill({ name, organisation }, `${platform.publicUrl}/access/sign-on`);
      messages.push({ aboutId: null, to: { name, address: email }, ...letter });
    }
    await queueMessages(platform, tx, scope, messages);
  });
}

import { organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { languageFor } from "~/features/rounds/domain/index.ts";
import {
  dateIn,
  languagesOfRound,
  type OpenInvitation,
  personalLinks,
  type RoundLanguages,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { newLink } from "./kinds.ts";

type Reader = { name: string; email: string; language: string | null };

/** A new link for each of these invitations, because those sent to the address before have ended. */
export async function sendNewLinks(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  invitations: readonly OpenInvitation[],
  people: ReadonlyMap<string, Reader>,
): Promise<void> {
  if (invitations.length === 0) return;
  const organisation = await organisationName(tx, scope);
  const ids = invitations.map(({ invitationId }) => invitationId);
  const linkTo = await personalLinks(platform, tx, scope, ids);
  const languages = new Map<string, RoundLanguages>();
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { invitationId, personId, round: cycle } of invitations) {
    const person = people.get(personId);
    const { link } = linkTo(invitationId);
    if (!person || link === null) continue;
    const offer = languages.get(cycle.id) ?? (await languagesOfRound(tx, scope, cycle));
    languages.set(cycle.id, offer);
    const language = languageFor(person.language, offer.offered, offer.own);
    const fill = designs.get(language) ?? (await designLetter(newLink, language));
    designs.set(language, fill);
    const { name, email } = person;
    const closes = cycle.closesOn ? dateIn(language, cycle.closesOn) : "";
    messages.push({
      aboutId: cycle.id,
      to: { name, address: email },
      ...fill({ name, organisation, cycle: cycle.name, closes }, link),
    });
  }
  await queueMessages(platform, tx, scope, messages);
}

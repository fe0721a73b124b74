import { organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { listWay, personalLinks } from "../answering/personal-links.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import type { OpenInvitation } from "../reads/asked-reads.server.ts";
import { newLink } from "./kinds.ts";
import { dateIn } from "./letter-texts.server.ts";
import { languagesOfRound, type RoundLanguages } from "./round-languages.server.ts";

type Reader = { name: string; email: string; language: string | null };

/**
 * A link for each of these invitations: a new one, because those sent to the address before have ended, or the same
 * once more.
 */
export async function sendNewLinks(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  invitations: readonly OpenInvitation[],
  people: ReadonlyMap<string, Reader>,
  kind: KindOfLetter = newLink,
): Promise<void> {
  if (invitations.length === 0) return;
  const organisation = await organisationName(tx, scope);
  const ids = invitations.map(({ invitationId }) => invitationId);
  const linkTo = await personalLinks(platform, tx, scope, ids);
  const languages = new Map<string, RoundLanguages>();
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { invitationId, personId, round } of invitations) {
    const person = people.get(personId);
    const { from } = linkTo(invitationId);
    if (!person || from === null) continue;
    const offer = languages.get(round.id) ?? (await languagesOfRound(tx, scope, round));
    languages.set(round.id, offer);
    const language = languageFor(person.language, offer.offered, offer.own);
    const fill = designs.get(language) ?? (await designLetter(kind, language));
    designs.set(language, fill);
    const { name, email } = person;
    const closes = round.closesOn ? dateIn(language, round.closesOn) : "";
    messages.push({
      aboutId: round.id,
      to: { name, address: email },
      ...fill({ name, organisation, cycle: round.name, closes }, listWay(from)),
    });
  }
  await queueMessages(platform, tx, scope, messages);
}

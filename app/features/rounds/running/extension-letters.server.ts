import { organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { listWay, personalLinks } from "../answering/personal-links.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import { extended } from "../letters/kinds.ts";
import { dateIn } from "../letters/letter-texts.server.ts";
import { languagesOfRound } from "../letters/round-languages.server.ts";
import { workLeft } from "../reminders/work-left-reads.server.ts";
import type { Round } from "../store/round-store.server.ts";

/**
 * Tells raters with work left until when they may answer now, with their personal link. Whoever's address was changed a
 * short while ago reads it with their new link, once they may have one. @returns how many are told.
 */
export async function sendExtension(
  platform: Platform,
  tx: Tx,
  round: Round & { closesOn: string },
): Promise<number> {
  const left = await workLeft(tx, round, platform.secret, [round], platform.clock.now());
  const organisation = await organisationName(tx, round);
  const { own, offered } = await languagesOfRound(tx, round, round);
  const invited = [...left.values()].flat().map((work) => work.invitationId);
  const linkTo = await personalLinks(platform, tx, round, invited);
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { id, name, email, language, status } of await peopleByIds(tx, round, [
    ...left.keys(),
  ])) {
    const [work] = left.get(id) ?? [];
    if (!work || !email || status !== "active") continue;
    const reads = languageFor(language, offered, own);
    const fill = designs.get(reads) ?? (await designLetter(extended, reads));
    designs.set(reads, fill);
    const { from } = linkTo(work.invitationId);
    if (from === null) continue;
    const closes = dateIn(reads, round.closesOn);
    const letter = fill({ name, organisation, cycle: round.name, closes }, listWay(from));
    messages.push({ aboutId: round.id, to: { name, address: email }, ...letter });
  }
  await queueMessages(platform, tx, round, messages);
  return messages.length;
}

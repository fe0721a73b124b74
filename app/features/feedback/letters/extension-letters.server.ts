import { organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { languageFor } from "~/features/rounds/domain/index.ts";
import {
  dateIn,
  languagesOfRound,
  personalLinks,
  workLeft,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { extended } from "./kinds.ts";

/**
 * Tells raters with work left until when they may answer now, with their personal link. Whoever's address was changed a
 * short while ago reads it with their new link, once they may have one. @returns how many are told.
 */
export async function sendExtension(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow & { closesOn: string },
): Promise<number> {
  const left = await workLeft(tx, cycle, platform.secret, [cycle], platform.clock.now());
  const organisation = await organisationName(tx, cycle);
  const { own, offered } = await languagesOfRound(tx, cycle, cycle);
  const invited = [...left.values()].flat().map((work) => work.invitationId);
  const linkTo = await personalLinks(platform, tx, cycle, invited);
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { id, name, email, language, status } of await peopleByIds(tx, cycle, [
    ...left.keys(),
  ])) {
    const [work] = left.get(id) ?? [];
    if (!work || !email || status !== "active") continue;
    const reads = languageFor(language, offered, own);
    const fill = designs.get(reads) ?? (await designLetter(extended, reads));
    designs.set(reads, fill);
    const { link } = linkTo(work.invitationId);
    if (link === null) continue;
    const closes = dateIn(reads, cycle.closesOn);
    const letter = fill({ name, organisation, cycle: cycle.name, closes }, link);
    messages.push({ aboutId: cycle.id, to: { name, address: email }, ...letter });
  }
  await queueMessages(platform, tx, cycle, messages);
  return messages.length;
}

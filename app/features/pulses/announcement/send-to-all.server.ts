import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { languageFor } from "~/features/rounds/domain/index.ts";
import { languagesOfRound } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { AnnouncementStep } from "../domain/announcing.ts";
import { announcedAsking, announcementLetters } from "./letter-kinds.ts";
import type { PlannedAnnouncement } from "./planned-announcement.server.ts";

/**
 * One letter each, without a link and without a word of who else gets one, in the language of its reader. Whether they
 * had answered plays no part: nobody knows. They are about the person, and what has not left goes with them.
 */
export async function sendToAll(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  { report, recipients }: PlannedAnnouncement,
  { step, word, asks }: { step: AnnouncementStep; word: string; asks: boolean },
): Promise<void> {
  const organisation = await organisationName(tx, actor);
  const [person] = await peopleByIds(tx, actor, [report.personId]);
  if (!person) throw new Error("an announcement of nobody");
  const { own, offered } = await languagesOfRound(tx, actor, report);
  const kind = asks ? announcedAsking : announcementLetters[step];
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { name, address, language: wanted } of recipients) {
    const language = languageFor(wanted, offered, own);
    const fill =
      designs.get(language) ?? (await designLetter(kind, language, { withoutLink: true }));
    designs.set(language, fill);
    const facts = { name, organisation, cycle: report.roundName, person: person.name, word };
    messages.push({ aboutId: person.id, to: { name, address }, ...fill(facts, null) });
  }
  await queueMessages(platform, tx, actor, messages);
}

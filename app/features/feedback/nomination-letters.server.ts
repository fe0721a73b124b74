import { accessLink, organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, writeLetter } from "~/features/notifications/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "./cycle-store.server.ts";

/** One letter per participant: look at who was suggested, by when, and where. */
export async function nominationLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly { id: string; personId: string }[],
): Promise<NewMessage[]> {
  const t = texts.getFixedT("en", "feedback");
  const organisation = await organisationName(tx, cycle);
  const ids = new Map(participants.map((each) => [each.personId, each.id]));
  const letters: NewMessage[] = [];
  for (const { id, name, email } of await peopleByIds(tx, cycle, [...ids.keys()])) {
    if (!email) continue;
    const href = await accessLink(
      platform,
      tx,
      cycle,
      { personId: id, name, email },
      `/nominations/${ids.get(id)}`,
    );
    const letter = await writeLetter({
      subject: t("letters.nomination.subject", { cycle: cycle.name }),
      paragraphs: [
        t("letters.greeting", { name }),
        t("letters.nomination.body", {
          cycle: cycle.name,
          date: cycle.nominateBy ? writtenDate(cycle.nominateBy) : "",
        }),
      ],
      action: { label: t("letters.nomination.action"), href },
      footer: t("letters.nomination.footer", { organisation }),
    });
    letters.push({
      kind: "nomination",
      aboutId: cycle.id,
      to: { name, address: email },
      ...letter,
    });
  }
  return letters;
}

import { accessLink, organisationName, recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  type NewMessage,
  queueMessages,
  writeLetter,
} from "~/features/notifications/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, lockCycle, participantsOf, updateCycle } from "./cycle-store.server.ts";
import { stateAfter } from "./domain/cycle.ts";
import { mayRunCycles } from "./policy.ts";

/** Lets participants look at who was suggested for them and change it. */
export async function openNominations(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<
  Outcome<{ told: number }, "not-allowed" | "unknown" | "not-draft" | "no-participants" | "no-date">
> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "open-nominations");
    if (!state) return refuse("not-draft");
    if (cycle.nominateBy === null) return refuse("no-date");
    const letters = await nominationLetters(platform, tx, cycle, cycle.nominateBy);
    if (letters.length === 0) return refuse("no-participants");
    await queueMessages(platform, tx, cycle, letters);
    await updateCycle(tx, cycle, { state });
    await recordAudit(platform, tx, actor, {
      action: "cycle.nominations-opened",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return accept({ told: letters.length });
  });
}

async function nominationLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  nominateBy: string,
): Promise<NewMessage[]> {
  const t = texts.getFixedT("en", "feedback");
  const organisation = await organisationName(tx, cycle);
  const participants = new Map(
    (await participantsOf(tx, cycle)).map((each) => [each.personId, each.id]),
  );
  const letters: NewMessage[] = [];
  for (const { id, name, email } of await peopleByIds(tx, cycle, [...participants.keys()])) {
    if (!email) continue;
    const href = await accessLink(
      platform,
      tx,
      cycle,
      { personId: id, name, email },
      `/nominations/${participants.get(id)}`,
    );
    const letter = await writeLetter({
      subject: t("letters.nomination.subject", { cycle: cycle.name }),
      paragraphs: [
        t("letters.greeting", { name }),
        t("letters.nomination.body", { cycle: cycle.name, date: writtenDate(nominateBy) }),
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

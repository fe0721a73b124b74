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
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, lockCycle, participantsOf, updateCycle } from "./cycle-store.server.ts";
import { stateAfter } from "./domain/cycle.ts";
import { mayRunCycles } from "./policy.ts";
import { releaseReports } from "./report-store.server.ts";

/** Lets every participant of a closed cycle read their own report, and tells them so. */
export async function releaseCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<{ told: number }, "not-allowed" | "unknown" | "not-closed">> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "release");
    if (!state) return refuse("not-closed");
    await releaseReports(tx, cycle, platform.clock.now());
    const letters = await reportLetters(platform, tx, cycle);
    await queueMessages(platform, tx, cycle, letters);
    await updateCycle(tx, cycle, { state });
    await recordAudit(platform, tx, actor, {
      action: "cycle.released",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return accept({ told: letters.length });
  });
}

async function reportLetters(platform: Platform, tx: Tx, cycle: CycleRow): Promise<NewMessage[]> {
  const t = texts.getFixedT("en", "feedback");
  const organisation = await organisationName(tx, cycle);
  const personIds = (await participantsOf(tx, cycle)).map((participant) => participant.personId);
  const letters: NewMessage[] = [];
  for (const { id, name, email } of await peopleByIds(tx, cycle, personIds)) {
    if (!email) continue;
    const href = await accessLink(platform, tx, cycle, { personId: id, name, email }, "/reports");
    const letter = await writeLetter({
      subject: t("letters.report.subject", { cycle: cycle.name }),
      paragraphs: [
        t("letters.greeting", { name }),
        t("letters.report.body", { cycle: cycle.name }),
        t("letters.report.who"),
      ],
      action: { label: t("letters.report.action"), href },
      footer: t("letters.report.footer", { organisation }),
    });
    letters.push({ kind: "report-ready", aboutId: null, to: { name, address: email }, ...letter });
  }
  return letters;
}

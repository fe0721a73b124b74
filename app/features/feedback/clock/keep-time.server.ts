import { nextAddressLook } from "~/features/identity/index.server.ts";
import { tellOfAddresses, unsettledLetters } from "~/features/letters/index.server.ts";
import { deleteExpiredBundles } from "~/features/reports/index.server.ts";
import {
  OWED_MS,
  sendDueReminders,
  shuffleAnswers,
  standInForReminders,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { visitDue } from "~/platform/due/visit-due.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeDueCycles } from "../closing/close-due-cycles.server.ts";
import { earliest, nextLook } from "../domain/next-look.ts";
import { sendHeldLetters } from "../letters/send-held-letters.server.ts";
import { approveOverdueNominations } from "../nomination/approve-overdue-nominations.server.ts";
import { releaseDueCycles } from "../releasing/release-due-cycles.server.ts";
import { remindNominators } from "../reminders/remind-nominators.server.ts";
import { tellProgress } from "../running/tell-progress.server.ts";
import { firstBundleExpires, roundsByTheClock } from "./next-look-reads.server.ts";

type Step = (platform: Platform, scope: OrganisationScope) => Promise<unknown>;

/** What comes by the clock, in an order in which each finds what those before it did. */
const steps: Record<string, Step> = {
  // Should a job have been lost.
  "tell of changed addresses": tellOfAddresses,
  "approve overdue nominations": approveOverdueNominations,
  "remind nominators": remindNominators,
  "close due cycles": closeDueCycles,
  "release due cycles": releaseDueCycles,
  "tell progress": tellProgress,
  "send held letters": sendHeldLetters,
  "stand in for reminders": standInForReminders,
  "send due reminders": sendDueReminders,
  "delete expired files of reports": deleteExpiredBundles,
  "shuffle answers": shuffleAnswers,
};

/**
 * Does what the clock asks for, in the organisations where it asks for something: those that changed since they were last looked at,
 * and those whose time has come (`nextTime`). Each step is idempotent and a transaction of its own (or several), so it may run at any
 * time and twice at once. One that fails keeps none of the others from being done.
 * @returns how many organisations were looked at. @throws at the end when something failed, so that it is seen and tried again.
 */
export function keepTime(platform: Platform): Promise<number> {
  return visitDue(platform, "time", { work: (scope) => doSteps(platform, scope), next: nextTime });
}

async function doSteps(platform: Platform, scope: OrganisationScope): Promise<void> {
  let failed = 0;
  for (const [step, work] of Object.entries(steps)) {
    try {
      await work(platform, scope);
    } catch (error) {
      failed += 1;
      const code = error instanceof Error ? error.name : "unknown";
      platform.log.error({ step, organisationId: scope.organisationId, code }, "keeping time");
    }
  }
  if (failed > 0) throw new Error("some of what the clock asked for failed");
}

/** When the clock may ask for something next although nobody changes anything; null when never. A step that is added has its say here. */
async function nextTime(tx: Tx, scope: OrganisationScope, now: Date): Promise<Date | null> {
  const since = new Date(now.getTime() - OWED_MS);
  return earliest([
    nextLook(await roundsByTheClock(tx, scope), now),
    await firstBundleExpires(tx, scope),
    await nextAddressLook(tx, scope, now),
    (await unsettledLetters(tx, scope, "reminder", since)) ? now : null,
  ]);
}

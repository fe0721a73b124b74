import { everyOrganisation } from "~/features/identity/index.server.ts";
import { deleteExpiredBundles } from "~/features/reports/index.server.ts";
import {
  sendDueReminders,
  shuffleAnswers,
  standInForReminders,
} from "~/features/rounds/index.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeDueCycles } from "../closing/close-due-cycles.server.ts";
import { sendHeldLetters } from "../letters/send-held-letters.server.ts";
import { approveOverdueNominations } from "../nomination/approve-overdue-nominations.server.ts";
import { releaseDueCycles } from "../releasing/release-due-cycles.server.ts";
import { remindNominators } from "../reminders/remind-nominators.server.ts";
import { tellProgress } from "./tell-progress.server.ts";

type Step = (platform: Platform, scope: OrganisationScope) => Promise<unknown>;

/** What comes by the clock, in an order in which each finds what those before it did. */
const steps: Record<string, Step> = {
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
 * Does for every organisation what the clock asks for. Each step is idempotent and a transaction of its own (or several), so it may
 * run at any time and twice at once. One that fails keeps none of the others from being done.
 * @throws at the end when something failed, so that it is seen and tried again.
 */
export async function keepTime(platform: Platform): Promise<void> {
  let failed = 0;
  for (const scope of await everyOrganisation(platform)) {
    for (const [step, work] of Object.entries(steps)) {
      try {
        await work(platform, scope);
      } catch (error) {
        failed += 1;
        const code = error instanceof Error ? error.name : "unknown";
        platform.log.error({ step, organisationId: scope.organisationId, code }, "keeping time");
      }
    }
  }
  if (failed > 0) throw new Error("some of what the clock asked for failed");
}

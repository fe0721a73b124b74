import { forgetOldTries } from "~/features/identity/index.server.ts";
import { deliverMessage, tellOfAddresses, wakeLetters } from "~/features/letters/index.server.ts";
import { makeBundle } from "~/features/reports/index.server.ts";
import { remindAsked } from "~/features/rounds/index.server.ts";
import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import { MAIL_CONNECTIONS } from "~/platform/mail/mailer.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keepTime, scoreCycle, sendHeldLetters } from "../app/features/feedback/index.server.ts";

/** A launch sends thousands of letters at once; one per look at the queue would take hours. */
const MAIL_BATCH = 100;

/** Processes that start together ask once. */
const LETTERS_ARE_WOKEN_EVERY_SECONDS = 60;

/** Starts this process's share of the background work. What comes by the clock is scheduled with the queues. */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<void> {
  const deliver = (payload: JobPayloads["send-message"]) => deliverMessage(platform, payload);
  await jobs.work("send-message", deliver, 1, MAIL_BATCH, MAIL_CONNECTIONS);
  await jobs.work("wake-letters", () => wakeLetters(platform));
  await jobs.work("score-cycle", (payload) => scoreCycle(platform, payload));
  await jobs.work("bundle-reports", (payload) => makeBundle(platform, payload));
  await jobs.work("remind-asked", (payload) => remindAsked(platform, payload));
  await jobs.work("tell-of-addresses", (payload) => tellOfAddresses(platform, payload));
  await jobs.work("send-held-letters", async (payload) => {
    await sendHeldLetters(platform, payload);
  });
  await jobs.work("keep-time", async () => {
    await forgetOldTries(platform);
    await keepTime(platform);
  });
  // This may be the process that has a mail server at last.
  await jobs.nudge("wake-letters", LETTERS_ARE_WOKEN_EVERY_SECONDS);
}

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

const TIME_IS_KEPT_EVERY_SECONDS = 15 * 60;
/** Short, so that letters leave at once when the process starts that has a mail server at last. */
const LETTERS_ARE_WOKEN_EVERY_SECONDS = 60;
/** More often than time is kept: whichever process asks first in each span is heard, and one may be away. */
const ASKED_EVERY_MS = 3 * 60 * 1_000;

/** Starts this process's share of the background work. @returns what stops the clock, once. */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<() => void> {
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
  const ask = () => {
    Promise.all([
      jobs.nudge("keep-time", TIME_IS_KEPT_EVERY_SECONDS),
      jobs.nudge("wake-letters", LETTERS_ARE_WOKEN_EVERY_SECONDS),
    ]).catch((error: unknown) =>
      platform.log.error({ code: error instanceof Error ? error.name : "unknown" }, "no clock"),
    );
  };
  ask();
  const clock = setInterval(ask, ASKED_EVERY_MS);
  clock.unref();
  return () => clearInterval(clock);
}

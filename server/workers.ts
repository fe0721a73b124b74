import { scoreCycle } from "~/features/feedback/index.server.ts";
import { deliverMessage } from "~/features/notifications/index.server.ts";
import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

const MAIL_WORKERS = 3;

/** Starts this process's share of the background work. */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<void> {
  await jobs.work("send-message", (payload) => deliverMessage(platform, payload), MAIL_WORKERS);
  await jobs.work("score-cycle", (payload) => scoreCycle(platform, payload));
}

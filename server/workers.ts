import { scoreCycle } from "~/features/feedback/index.server.ts";
import { deliverMessage } from "~/features/notifications/index.server.ts";
import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";

const MAIL_WORKERS = 3;
/** A launch sends hundreds of letters at once; one per look at the queue would take minutes. */
const MAIL_BATCH = 10;

/** Starts this process's share of the background work. */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<void> {
  const deliver = (payload: JobPayloads["send-message"]) => deliverMessage(platform, payload);
  await jobs.work("send-message", deliver, MAIL_WORKERS, MAIL_BATCH);
  await jobs.work("score-cycle", (payload) => scoreCycle(platform, payload));
}

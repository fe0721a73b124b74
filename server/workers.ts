import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Starts this process's share of the background work. */
export async function startWorkers(_platform: Platform, _jobs: Jobs): Promise<void> {}

import { features } from "~/features.ts";
import { keepTime } from "~/keep-time.server.ts";
import { type Job, manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import {
  type JobPayloads,
  type QueueName,
  type QueueWithoutPayload,
  queueNames,
} from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";

const TIME_IS_KEPT_EVERY_SECONDS = 15 * 60;
/** More often than time is kept: whichever process asks first in each span is heard, and one may be away. */
const ASKED_EVERY_MS = 3 * 60 * 1_000;

type OwnJobs = { readonly [Name in QueueName]?: Job<JobPayloads[Name]> };

/**
 * Starts this process's share of the background work: the jobs of every feature's manifest, and the time that is kept.
 * @returns what stops the clock, once. @throws for a queue that nobody works on, or more than one.
 */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<() => void> {
  const keep: OwnJobs = {
    "keep-time": { work: keepTime, everySeconds: TIME_IS_KEPT_EVERY_SECONDS },
  };
  const given = [keep, ...(await manifestsOf(features)).map((each) => each.jobs ?? {})];
  for (const name of queueNames) await startOn(name, given, platform, jobs);
  const coming = given
    .flatMap((each) => Object.entries(each))
    .flatMap(([name, { everySeconds }]) =>
      everySeconds === undefined ? [] : [{ name: name as QueueWithoutPayload, everySeconds }],
    );
  const ask = () => {
    Promise.all(coming.map(({ name, everySeconds }) => jobs.nudge(name, everySeconds))).catch(
      (error: unknown) =>
        platform.log.error({ code: error instanceof Error ? error.name : "unknown" }, "no clock"),
    );
  };
  ask();
  const clock = setInterval(ask, ASKED_EVERY_MS);
  clock.unref();
  return () => clearInterval(clock);
}

async function startOn<Name extends QueueName>(
  name: Name,
  given: readonly OwnJobs[],
  platform: Platform,
  jobs: Jobs,
): Promise<void> {
  const [job, ...others] = given.flatMap((each) => each[name] ?? []);
  if (!job || others.length > 0)
    throw new Error(`the queue ${name} is worked on by ${others.length + (job ? 1 : 0)} features`);
  const work = async (payload: JobPayloads[Name]) => {
    await job.work(platform, payload);
  };
  await jobs.work(name, work, 1, job.batch, job.atOnce);
}

import { isSuspended } from "~/features/identity/index.server.ts";
import { features } from "~/features.ts";
import { letterWaysOf } from "~/home/letter-ways.server.ts";
import { keepTime } from "~/keep-time.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Job, type Lent, manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Jobs } from "~/platform/jobs/jobs.server.ts";
import {
  type JobPayloads,
  type QueueName,
  queueNames,
  restWhileSuspended,
} from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Processes that start together ask once. */
const LETTERS_ARE_WOKEN_EVERY_SECONDS = 60;

type OwnJobs = { readonly [Name in QueueName]?: Job<JobPayloads[Name]> };

/**
 * Starts this process's share of the background work: the jobs of every feature's manifest, and the time that is kept.
 * What comes by the clock is scheduled with the queues. @throws for a queue that nobody works on, or more than one.
 */
export async function startWorkers(platform: Platform, jobs: Jobs): Promise<void> {
  const keep: OwnJobs = { "keep-time": { work: keepTime } };
  const manifests = await manifestsOf(features);
  const given = [keep, ...manifests.map((each) => each.jobs ?? {})];
  const lent = { ways: await letterWaysOf() };
  for (const name of queueNames) await startOn(name, given, lent, platform, jobs);
  // This may be the process that has a mail server at last.
  await jobs.nudge("wake-letters", LETTERS_ARE_WOKEN_EVERY_SECONDS);
}

/** Whether the organisation that a job is for is suspended. */
async function nobodyIsIn(platform: Platform, payload: JobPayloads[QueueName]): Promise<boolean> {
  if (!("organisationId" in payload) || typeof payload.organisationId !== "string") return false;
  const scope = { organisationId: payload.organisationId };
  return inOrganisation(platform, scope, (tx) => isSuspended(tx, scope));
}

async function startOn<Name extends QueueName>(
  name: Name,
  given: readonly OwnJobs[],
  lent: Lent,
  platform: Platform,
  jobs: Jobs,
): Promise<void> {
  const [job, ...others] = given.flatMap((each) => each[name] ?? []);
  if (!job || others.length > 0)
    throw new Error(`the queue ${name} is worked on by ${others.length + (job ? 1 : 0)} features`);
  const rests = restWhileSuspended.includes(name);
  const work = async (payload: JobPayloads[Name]) => {
    if (rests && (await nobodyIsIn(platform, payload))) return;
    await job.work(platform, payload, lent);
  };
  await jobs.work(name, work, 1, job.batch, job.atOnce);
}

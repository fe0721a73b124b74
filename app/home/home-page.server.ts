import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { features } from "~/features.ts";
import { inOneLook } from "~/platform/db/one-look.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import {
  type FirstStep,
  type ForHome,
  type HomePanel,
  type PersonalTask,
  type Task,
  urgencies,
} from "~/platform/feature/for-home.ts";
import type { Platform } from "~/platform/platform.server.ts";

export type HomePage = {
  /** What waits for whoever asks, most pressing first. */
  tasks: PersonalTask[];
  /** What they see to for others. */
  tending: { title: string; tasks: readonly Task[] }[];
  panels: HomePanel[];
  /** What has to be done before there is anything else to do. */
  start: FirstStep | null;
};

/** What every feature's manifest has for whoever asks, and what day it is where they are. */
export async function homePage(
  platform: Platform,
  actor: Actor,
): Promise<HomePage & { today: string }> {
  const manifests = await manifestsOf<Actor>(features);
  return inOneLook(platform, actor, async (tx) => {
    const parts: ForHome[] = [];
    for (const { tasks } of manifests) if (tasks) parts.push(await tasks(platform, tx, actor));
    return { ...together(parts), today: await todayWhere(platform, tx, actor) };
  });
}

/** Features' parts as one page; of what is as pressing, a lower feature's comes first. */
export function together(parts: readonly ForHome[]): HomePage {
  const urgency = (task: PersonalTask) => urgencies.indexOf(task.urgency);
  return {
    tasks: parts.flatMap(({ tasks = [] }) => tasks).toSorted((a, b) => urgency(a) - urgency(b)),
    tending: parts.flatMap(({ tending }) => (tending && tending.tasks.length > 0 ? tending : [])),
    panels: parts.flatMap(({ panels = [] }) => panels),
    start: parts.find(({ start }) => start)?.start ?? null,
  };
}

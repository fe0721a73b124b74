import { isSuspended } from "~/features/identity/index.server.ts";
import { forgetDue } from "~/features/privacy/index.server.ts";
import { keptOfAll } from "~/home/kept.server.ts";
import { earliest } from "~/platform/calendar/earliest.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { visitDue } from "~/platform/due/visit-due.server.ts";
import {
  type Clock,
  type ClockPhase,
  clockPhases,
  manifestsOf,
} from "~/platform/feature/feature.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { features } from "./features.ts";

/** Nobody gets in: nothing is begun, sent or decided. What protects people, and what has had its time, is done. */
const PHASES_WHILE_SUSPENDED: readonly ClockPhase[] = ["tidy"];

type Step = { step: string; work: () => Promise<unknown>; organisationId?: string };

/**
 * Does what the clock asks for, by every feature's manifest: once what belongs to no organisation, then its steps in
 * the organisations where it asks for something, those that changed since they were last looked at and those whose time
 * has come (`nextTime`). A step that fails keeps none of the others from being done.
 * @returns how many organisations were looked at. @throws at the end when something failed, so that it is seen and
 * tried again.
 */
export async function keepTime(platform: Platform): Promise<number> {
  const manifests = await manifestsOf(features);
  const clocks = manifests.flatMap(({ clock }) => clock ?? []);
  const once = manifests.flatMap(({ name, clock }) => {
    const everywhere = clock?.everywhere;
    return everywhere ? [{ step: name, work: () => everywhere(platform) }] : [];
  });
  const failed = await doSteps(platform, once);
  const visited = await visitDue(platform, "time", {
    work: async (scope) => {
      const suspended = await inOrganisation(platform, scope, (tx) => isSuspended(tx, scope));
      const phases = suspended ? PHASES_WHILE_SUSPENDED : clockPhases;
      const steps = [...stepsIn(platform, scope, clocks, phases), forgetting(platform, scope)];
      if ((await doSteps(platform, steps)) > 0)
        throw new Error("some of what the clock asked for failed");
    },
    next: (tx, scope, now) => nextTime(clocks, tx, scope, now),
  });
  if (failed > 0) throw new Error("some of what the clock asked for failed");
  return visited;
}

/** All steps of one phase, from the ground up, before those of the next. */
function stepsIn(
  platform: Platform,
  scope: OrganisationScope,
  clocks: readonly Clock[],
  phases: readonly ClockPhase[],
): Step[] {
  const { organisationId } = scope;
  return phases
    .flatMap((phase) => clocks.flatMap((clock) => Object.entries(clock[phase] ?? {})))
    .map(([step, work]) => ({ step, organisationId, work: () => work(platform, scope) }));
}

/** What had its time is forgotten when everything else is done: it is of every feature, and none knows them all. */
function forgetting(platform: Platform, scope: OrganisationScope): Step {
  const work = async () => forgetDue(platform, await keptOfAll(), scope);
  return { step: "forget what had its time", organisationId: scope.organisationId, work };
}

/** @returns how many failed. */
async function doSteps(platform: Platform, steps: readonly Step[]): Promise<number> {
  let failed = 0;
  for (const { work, ...known } of steps) {
    try {
      await work();
    } catch (error) {
      failed += 1;
      const code = error instanceof Error ? error.name : "unknown";
      platform.log.error({ ...known, code }, "keeping time");
    }
  }
  return failed;
}

async function nextTime(clocks: readonly Clock[], tx: Tx, scope: OrganisationScope, now: Date) {
  const moments: (Date | null)[] = [];
  for (const clock of clocks) moments.push((await clock.nextTime?.(tx, scope, now)) ?? null);
  return earliest(moments);
}

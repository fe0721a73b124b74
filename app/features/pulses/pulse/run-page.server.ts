import type { Actor } from "~/features/identity/index.ts";
import { isAskedWhy, sumSteps } from "~/features/rounds/domain/index.ts";
import { requestsOf, stepsByGroup } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type PulseToRun, pulseToRun } from "./pulse-reads.server.ts";

/** A pulse for whoever runs it: how many are asked and, as far as it is told, how many answered. */
export type PulseRunPage = PulseToRun & { asked: number; done: number };

export function pulseRunPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  id: string,
): Promise<PulseRunPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const pulse = await pulseToRun(tx, actor, id);
    if (!pulse) return null;
    const { asked, done } = sumSteps(await stepsByGroup(tx, actor, id));
    if (isAskedWhy(pulse.kind)) return { ...pulse, asked, done };
    // Whoever declines is counted on: a number that falls would tell of it, and when.
    const { organisationId } = actor;
    const all = await requestsOf(tx, { organisationId, id });
    const ever = all.filter(({ state }) => state === "invited" || state === "declined");
    return { ...pulse, asked: ever.length, done };
  });
}

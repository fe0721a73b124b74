import { rolesAtLaunch } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";

export type RolesInRound = {
  /** Participants by role, by name of the role. */
  roles: { name: string; count: number }[];
  /** Those who have none. */
  without: number;
};

/** Which roles' needs the reports of a cycle will know. HR only; null for anyone else and for an unknown cycle. */
export function rolesInRound(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<RolesInRound | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const content = await instrumentById(tx, actor, cycle.instrumentId);
    if (!content) throw new Error("a cycle without its instrument");
    const on = todayFor(platform, await organisationZone(tx, actor));
    const roleOf = await rolesAtLaunch(tx, actor, { framework: content.framework.key, on });
    const key = { organisationId: actor.organisationId, id: cycleId };
    const names = (await participantsOf(tx, key)).map(
      (each) => roleOf({ ...each, id: each.personId })?.name,
    );
    const counts = Map.groupBy(names, (name) => name ?? "");
    const roles = [...counts].flatMap(([name, own]) =>
      name === "" ? [] : [{ name, count: own.length }],
    );
    roles.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    return { roles, without: counts.get("")?.length ?? 0 };
  });
}

import { type RoleTarget, saveRole, saveRoleInput } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { dateOn, onDay } from "./on-day.server.ts";
import { type SampleRole, sampleRoles } from "./roles.ts";

/** Before the first round, which writes down what roles needed then. */
const ROLES_SINCE = -730;
const ROLES_CHANGE = 180;

/** The roles of the sample, as they stood before its rounds began. */
export async function loadRoles(
  platform: Platform,
  admin: Actor,
  { key: framework, version: frameworkVersion }: Pick<Framework, "key" | "version">,
): Promise<void> {
  const zone = await inOrganisation(platform, admin, (tx) => organisationZone(tx, admin));
  const early = onDay(platform, ROLES_SINCE);
  const ids = new Map<string, string>();
  for (const role of sampleRoles) {
    const parent = role.parent ? (ids.get(role.parent) ?? "") : "";
    const save = (target: RoleTarget, needs: typeof role.needs, validFrom: string) => {
      const form = saveRoleInput.parse({
        ...{ ...roleTyped(role, needs), parent, validFrom, frameworkVersion },
      });
      return saveRole(early, admin, target, form);
    };
    const id = taken(await save({ framework }, role.needs, todayFor(early, zone)));
    ids.set(role.name, id);
    const soon = dateOn(platform, ROLES_CHANGE);
    if (role.soon) taken(await save({ id, revision: 1 }, role.soon, soon));
  }
}

function roleTyped({ name, titles, zone }: SampleRole, needs: SampleRole["needs"]) {
  const ends = Object.entries(zone ?? {}).map(([hat, { low, high }]) => [
    hat,
    { low: String(low), high: String(high) },
  ]);
  return {
    ...{ name, titles: titles.join("\n"), hasZone: zone !== null },
    needs: needsTyped(needs),
    zone: Object.fromEntries(ends),
  };
}

/** What is needed, as a form has it. */
export function needsTyped(needs: SampleRole["needs"]) {
  return Object.entries(needs).map(([competency, [level, weight, importance]]) => ({
    ...{ competency, level: String(level), weight, importance },
  }));
}

function taken(outcome: Awaited<ReturnType<typeof saveRole>>): string {
  if (!outcome.ok) throw new Error(`the sample was refused: ${outcome.reason}`);
  return outcome.value.id;
}

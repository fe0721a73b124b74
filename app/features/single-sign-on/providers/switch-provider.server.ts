import {
  letGiveOffices,
  organisationStanding,
  recordAudit,
  takeGroupOffices,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { linksByProvider } from "../links/link-reads.server.ts";
import { maySetSignOn } from "../policy.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { providersOf } from "./provider-reads.server.ts";
import { deleteProvider, updateProvider } from "./provider-store.server.ts";

export const SWITCHES = ["on", "off", "remove"] as const;
const ACTS = {
  on: "sign-on.provider-on",
  off: "sign-on.provider-off",
  remove: "sign-on.provider-removed",
} as const;
type Switch = (typeof SWITCHES)[number];

/**
 * Switches a provider on or off, or removes it with who its subjects are and the offices it gave. The last one that is
 * on, and that somebody came by, stays while the organisation lets people in by its provider alone: otherwise nobody
 * got in.
 */
export async function switchProvider(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  actor: Actor,
  { provider, to }: { provider: string; to: Switch },
): Promise<Outcome<void, "not-allowed" | "unknown" | "last">> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockSignOn(tx, actor);
    const all = await providersOf(tx, actor);
    const found = all.find(({ id }) => id === provider);
    if (!found) return refuse("unknown");
    // Pressed twice, or in two tabs: nothing changes, and there is nothing to tell.
    if (to !== "remove" && found.on === (to === "on")) return { ok: true };
    const { providerOnly } = await organisationStanding(tx, actor);
    if (to !== "on" && providerOnly) {
      const others = all.filter(({ id, on }) => on && id !== provider);
      // One that nobody came by yet may not work.
      const known = await linksByProvider(tx, actor);
      if (!others.some(({ id }) => known.has(id))) return refuse("last");
    }
    await carryOut(platform, tx, actor, found.id, to);
    return { ok: true };
  });
}

async function carryOut(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  id: string,
  to: Switch,
): Promise<void> {
  const { organisationId } = actor;
  await letGiveOffices(tx, actor, id, to === "on");
  if (to === "remove") {
    await takeGroupOffices(platform, tx, actor, id);
    await deleteProvider(tx, actor, id);
  } else await updateProvider(tx, actor, id, { state: to });
  const entry = { action: ACTS[to], subjectKind: "sign-on-provider", subjectId: id };
  await recordAudit(platform, tx, actor, entry);
  const about = to === "remove" ? ("provider-removed" as const) : ("provider-changed" as const);
  await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about }]);
}

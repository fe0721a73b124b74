import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";
import { deleteDomain } from "./domain-store.server.ts";

/** Gives a domain up. Who came by the provider before still does; nobody new comes by an address of it. */
export async function dropDomain(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  domain: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await deleteDomain(tx, actor, domain))) return refuse("unknown");
    await recordAudit(platform, tx, actor, {
      action: "sign-on.domain-dropped",
      subjectKind: "organisation",
      detail: { domain },
    });
    return { ok: true };
  });
}

import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayProvision } from "../policy.ts";
import { revoke } from "./token-store.server.ts";

/** Revokes a token: from now on it opens nothing. Revoked before, or in another tab, nothing more is done. */
export async function revokeToken(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  tokenId: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayProvision(actor)) return refuse("not-allowed");
  if (!isId(tokenId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await revoke(tx, actor, tokenId, platform.clock.now()))) return refuse("unknown");
    await recordAudit(platform, tx, actor, {
      action: "provisioning.token-revoked",
      subjectKind: "provisioning-token",
      subjectId: tokenId,
    });
    return { ok: true };
  });
}

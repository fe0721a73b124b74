import { z } from "zod";
import {
  endProviderSessions,
  membershipOfAccount,
  recordAudit,
  takeGroupOffice,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { deleteLink } from "./link-store.server.ts";

export const forgetLinkInput = z.object({
  provider: z.uuid(),
  account: z.string().min(1).max(100),
});

/**
 * Forgets whose account somebody at a provider is. Sessions that it opened there end, and an office that it gave goes;
 * whoever comes by it next is looked at as for the first time.
 */
export async function forgetLink(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  { provider, account }: z.output<typeof forgetLinkInput>,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockSignOn(tx, actor);
    const link = { providerId: provider, accountId: account };
    if (!(await deleteLink(tx, actor, link))) return refuse("unknown");
    await endProviderSessions(tx, actor, link);
    await takeGroupOffice(platform, tx, actor, link);
    const membership = await membershipOfAccount(tx, actor, account);
    await recordAudit(platform, tx, actor, {
      action: "sign-on.link-forgotten",
      subjectKind: "membership",
      ...(membership ? { subjectId: membership.id } : {}),
      detail: { provider },
    });
    return { ok: true };
  });
}

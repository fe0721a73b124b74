import { z } from "zod";
import { emailField, officialsOf, recordAudit } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { goodUntil } from "../domain/days-good.ts";
import { mayRunServer, type Operator } from "../policy.ts";
import { lockFirstOwner } from "./first-owner-lock-store.server.ts";
import { putOwnerInvitation } from "./owner-invitation-store.server.ts";
import { ownerLink } from "./owner-link.server.ts";

export const inviteOwnerInput = z.object({ owner: emailField });

export type InvitedOwner = { link: string; until: Date };

type Parts = Pick<Platform, "clock" | "database" | "secret" | "publicUrl">;
type By = Operator & { organisationId: string };

/** Makes another link for the first owner of an organisation that nobody owns. The one before is good no more. */
export async function inviteOwner(
  platform: Parts,
  by: By,
  { owner }: z.output<typeof inviteOwnerInput>,
): Promise<Outcome<InvitedOwner, "not-allowed" | "has-owner">> {
  if (!mayRunServer(by)) return refuse("not-allowed");
  return inOrganisation(platform, by, async (tx) => {
    await lockFirstOwner(tx, by);
    const officials = await officialsOf(tx, by);
    if (officials.some(({ owner: isOwner }) => isOwner)) return refuse("has-owner");
    return accept(await unsafeInvite(platform, tx, by, owner));
  });
}

/** The same for whoever knows that nobody owns it, and may. */
export async function unsafeInvite(
  platform: Parts,
  tx: Tx,
  by: By,
  email: string,
): Promise<InvitedOwner> {
  const { organisationId } = by;
  const id = newId();
  const until = goodUntil(platform.clock.now());
  await putOwnerInvitation(tx, by, { id, until });
  await recordAudit(platform, tx, by, {
    action: "organisation.owner-link-made",
    subjectKind: "organisation",
    subjectId: organisationId,
  });
  return { link: ownerLink(platform, { organisationId, id, email: email.toLowerCase() }), until };
}

import { z } from "zod";
import { createOrganisation } from "~/features/identity/index.server.ts";
import { organisationNameField } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunServer, type Operator } from "../policy.ts";
import { type InvitedOwner, inviteOwnerInput, unsafeInvite } from "./invite-owner.server.ts";

export const newOrganisationInput = z.object({
  name: organisationNameField,
  ...inviteOwnerInput.shape,
});

/**
 * Makes an organisation, filled by `furnish`, with a link for its first owner. Another of the same name does not stand
 * in its way.
 */
export async function newOrganisation(
  platform: Platform,
  operator: Operator,
  { name, owner }: z.output<typeof newOrganisationInput>,
  furnish: (tx: Tx, organisationId: string) => Promise<void>,
): Promise<Outcome<InvitedOwner & { organisationId: string }, "not-allowed">> {
  if (!mayRunServer(operator)) return refuse("not-allowed");
  const invited: InvitedOwner[] = [];
  const fill = async (tx: Tx, organisationId: string) => {
    await furnish(tx, organisationId);
    invited.push(await unsafeInvite(platform, tx, { organisationId, ...operator }, owner));
  };
  const organisationId = await createOrganisation(platform, name, fill, operator.accountId);
  const [link] = invited;
  if (!link) throw new Error("an organisation without a link for its owner");
  return accept({ organisationId, ...link });
}

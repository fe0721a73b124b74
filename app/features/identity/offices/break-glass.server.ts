import type { Tx } from "~/platform/db/database.server.ts";
import { enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockAdministrators } from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import { membershipsOf, organisationStanding } from "../reads.server.ts";
import { anyOwnerBeside } from "./any-owner-beside.server.ts";

type Parts = Pick<Platform, "clock"> & { directory: Directory };

/**
 * Whether an account is the last that gets into an organisation of its without the provider that is demanded there:
 * then it keeps its second step. In the transaction of the account; holds until that ends.
 */
export async function isLastBreakGlass(parts: Parts, tx: Tx, accountId: string): Promise<boolean> {
  for (const { organisationId, breakGlass, active } of await membershipsOf(tx, accountId)) {
    if (!breakGlass || !active) continue;
    const scope = { organisationId };
    await enterOrganisation(tx, scope);
    await lockAdministrators(tx, scope);
    if (!(await organisationStanding(tx, scope)).providerOnly) continue;
    if (!(await anyOwnerBeside(parts, tx, scope, { accountId }))) return true;
  }
  return false;
}

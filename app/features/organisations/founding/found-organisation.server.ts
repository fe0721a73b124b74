import { z } from "zod";
import {
  type Auth,
  type Entered,
  type EnteringRefusal,
  enterAsOwner,
  firstOwnerFields,
  foundOrganisation,
  type Visitor,
} from "~/features/identity/index.server.ts";
import { organisationNameField } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isFoundingCode, takeFoundingCode } from "./founding-code-store.server.ts";
import { markOfCode } from "./founding-codes.server.ts";

export const foundOrganisationInput = z.object({
  organisation: organisationNameField,
  ...firstOwnerFields,
});

/** Whether a link to make an organisation may be used still. */
export async function mayFound(platform: Platform, code: string): Promise<boolean> {
  const mark = markOfCode(platform, code);
  return mark !== null && (await isFoundingCode(platform.database, mark, platform.clock.now()));
}

/**
 * Makes an organisation with a code that the operator made, and lets whoever does in as its first owner. All of it, or
 * nothing; the code is used up with it.
 */
export async function foundOrganisationByCode(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  code: string,
  { organisation: name, ...owner }: z.output<typeof foundOrganisationInput>,
  furnish: (tx: Tx, organisationId: string) => Promise<void>,
): Promise<{ ok: true; value: Entered } | EnteringRefusal> {
  const mark = markOfCode(platform, code);
  if (mark === null || !(await mayFound(platform, code))) return refuse("over");
  const unsafeTake = async (tx: Tx) => {
    if (!(await takeFoundingCode(tx, mark, platform.clock.now()))) return null;
    const organisationId = newId();
    await enterOrganisation(tx, { organisationId });
    await foundOrganisation(platform, tx, { organisationId, name }, furnish);
    return organisationId;
  };
  return enterAsOwner(platform, auth, visitor, { owner, link: code, unsafeTake });
}

import { z } from "zod";
import {
  organisationNames,
  recordAudit,
  updateOrganisationName,
} from "~/features/identity/index.server.ts";
import { organisationNameField } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunServer, type Operator } from "./policy.ts";

export const renameOrganisationInput = z.object({ name: organisationNameField });

/** Calls an organisation something else. What its owners call it, if they do, stays. */
export async function renameOrganisation(
  platform: Pick<Platform, "clock" | "database">,
  by: Operator & { organisationId: string },
  { name }: z.output<typeof renameOrganisationInput>,
): Promise<Outcome<void, "not-allowed" | "already">> {
  if (!mayRunServer(by)) return refuse("not-allowed");
  return inOrganisation(platform, by, async (tx) => {
    if ((await organisationNames(tx, by)).registered === name) return refuse("already");
    await updateOrganisationName(tx, by, name);
    await recordAudit(platform, tx, by, {
      action: "organisation.renamed",
      subjectKind: "organisation",
      subjectId: by.organisationId,
    });
    return { ok: true };
  });
}

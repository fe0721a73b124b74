import { z } from "zod";
import { beginSuspension, recordAudit } from "~/features/identity/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunServer, type Operator } from "../policy.ts";

export const suspendOrganisationInput = z.object({
  why: z
    .string()
    .transform((text) => text.replace(/\s+/gu, " ").trim())
    .refine((text) => text !== "", "missing")
    .refine((text) => [...text].length <= 500, "too-long"),
});

/** Lets nobody into an organisation from now on, and lets nothing leave it. Its members are told why. */
export async function suspendOrganisation(
  platform: Pick<Platform, "clock" | "database">,
  by: Operator & { organisationId: string },
  { why }: z.output<typeof suspendOrganisationInput>,
): Promise<Outcome<void, "not-allowed" | "already">> {
  if (!mayRunServer(by)) return refuse("not-allowed");
  return inOrganisation(platform, by, async (tx) => {
    const at = platform.clock.now();
    if (!(await beginSuspension(tx, by, { why, at }))) return refuse("already");
    await recordAudit(platform, tx, by, {
      action: "organisation.suspended",
      subjectKind: "organisation",
      subjectId: by.organisationId,
    });
    return { ok: true };
  });
}

import { z } from "zod";
import {
  organisationNames,
  recordAudit,
  updateDisplayName,
} from "~/features/identity/index.server.ts";
import { type Actor, displayNameField } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { putAccent } from "./branding-store.server.ts";
import { mayBrand } from "./policy.ts";

const HEX = /^#?([0-9a-f]{6})$/;

/** Left empty, the name that the operator gave and the usual colour hold. */
export const changeLookInput = z.object({
  name: z.union([z.literal(""), displayNameField]).default(""),
  accent: z
    .string()
    .default("")
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => text === "" || HEX.test(text), "malformed")
    .transform((text) => (text === "" ? null : `#${text.slice(-6)}`)),
});

/** Says what people read as the organisation's name, and in which colour what can be pressed is drawn. */
export async function changeLook(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  { name, accent }: z.output<typeof changeLookInput>,
): Promise<Outcome<void, "not-allowed">> {
  if (!mayBrand(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const { registered } = await organisationNames(tx, actor);
    const own = name !== "" && name !== registered;
    await updateDisplayName(tx, actor, own ? name : null);
    await putAccent(tx, actor, accent);
    await recordAudit(platform, tx, actor, {
      action: "branding.changed",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { ownName: own, accent },
    });
    return { ok: true };
  });
}

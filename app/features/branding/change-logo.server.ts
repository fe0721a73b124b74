import { randomBytes } from "node:crypto";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { brandingOf, putLogo } from "./branding-store.server.ts";
import { drawLogo, type LogoFault } from "./draw-logo.server.ts";
import { mayBrand } from "./policy.ts";

type Parts = Pick<Platform, "clock" | "database">;

/** Shows a logo from now on, drawn anew from the file. */
export async function setLogo(
  platform: Parts,
  actor: Actor,
  file: Buffer,
): Promise<Outcome<void, "not-allowed" | LogoFault>> {
  if (!mayBrand(actor)) return refuse("not-allowed");
  const drawn = drawLogo(file);
  if (!drawn.ok) return drawn;
  const { png, width, height } = drawn.value;
  return inOrganisation(platform, actor, async (tx) => {
    const logoMark = randomBytes(12).toString("base64url");
    await putLogo(tx, actor, { logo: png, logoMark, logoWidth: width, logoHeight: height });
    await recordAudit(platform, tx, actor, {
      action: "branding.logo-set",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { bytes: png.length },
    });
    return { ok: true };
  });
}

/** Shows none any more. Where there was none, nothing changes. */
export async function removeLogo(
  platform: Parts,
  actor: Actor,
): Promise<Outcome<void, "not-allowed">> {
  if (!mayBrand(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await brandingOf(tx, actor))?.mark) return { ok: true };
    await putLogo(tx, actor, { logo: null, logoMark: null, logoWidth: null, logoHeight: null });
    await recordAudit(platform, tx, actor, {
      action: "branding.logo-removed",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
    });
    return { ok: true };
  });
}

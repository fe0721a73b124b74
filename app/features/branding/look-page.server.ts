import { organisationNames } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { brandOf } from "./brand-of.server.ts";
import { brandingOf } from "./branding-store.server.ts";
import { type Accent, accentOf } from "./domain/accent.ts";
import { mayBrand } from "./policy.ts";

export type LookPage = {
  registered: string;
  shown: string;
  accent: string;
  drawn: Accent | null;
  logo: { href: string; width: number; height: number } | null;
};

/** What owners chose; null for everyone else. */
export async function readLookPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<LookPage | null> {
  if (!mayBrand(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const { registered, shown } = await organisationNames(tx, actor);
    const accent = (await brandingOf(tx, actor))?.accent ?? null;
    const { logo } = await brandOf(tx, actor);
    const drawn = accent === null ? null : accentOf(accent);
    return { registered, shown: shown ?? "", accent: accent ?? "", drawn, logo };
  });
}

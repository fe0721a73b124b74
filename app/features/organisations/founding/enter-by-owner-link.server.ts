import { z } from "zod";
import { brandOf } from "~/features/branding/index.server.ts";
import {
  type Auth,
  type Entered,
  type EnteringRefusal,
  enterAsOwner,
  firstOwnerFields,
  isSuspended,
  organisationName,
  type Visitor,
} from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { enterOrganisation, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Brand } from "~/shell/brand.ts";
import { lockFirstOwner } from "./first-owner-lock-store.server.ts";
import { isOwnerInvitation, takeOwnerInvitation } from "./owner-invitation-store.server.ts";
import { readOwnerLink } from "./owner-link.server.ts";

const { name, password } = firstOwnerFields;
export const enterByOwnerLinkInput = z.object({ name, password });

/** Whom a link makes the first owner of what; null when it is none of ours, ran out or was used, or another was made. */
export async function ownerInvited(
  platform: Platform,
  token: string,
): Promise<{ organisation: string; email: string; brand: Brand } | null> {
  const claims = readOwnerLink(platform, token);
  if (!claims) return null;
  const now = platform.clock.now();
  return inOrganisation(platform, claims, async (tx) => {
    if (!(await isOwnerInvitation(tx, claims, { id: claims.id, now }))) return null;
    if (await isSuspended(tx, claims)) return null;
    const organisation = await organisationName(tx, claims);
    return { organisation, email: claims.email, brand: await brandOf(tx, claims) };
  });
}

/** Lets the first owner in by their link, and uses it up. */
export async function enterByOwnerLink(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  token: string,
  form: z.output<typeof enterByOwnerLinkInput>,
): Promise<{ ok: true; value: Entered } | EnteringRefusal> {
  const claims = readOwnerLink(platform, token);
  if (!claims || !(await ownerInvited(platform, token))) return refuse("over");
  const unsafeTake = async (tx: Tx) => {
    await enterOrganisation(tx, claims);
    await lockFirstOwner(tx, claims);
    const now = platform.clock.now();
    const good = await takeOwnerInvitation(tx, claims, { id: claims.id, now });
    return good ? claims.organisationId : null;
  };
  const owner = { ...form, email: claims.email };
  return enterAsOwner(platform, auth, visitor, { owner, link: token, unsafeTake });
}

import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type JoinClaims, readJoinToken } from "./access-link.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import type { Directory } from "./directory.ts";
import { SHORTEST_PASSWORD } from "./password.ts";
import { presenceIn } from "./presence.server.ts";
import { hasAccount, organisationName } from "./reads.server.ts";
import { signIn } from "./sign-in.server.ts";

type Joining = Platform & { directory: Directory };

export type GuestView = { organisation: string; name: string; email: string };

/** Who a personal link invites; null when it is not ours, has run out, was used, or its person left or has another address now. */
export async function guestOf(platform: Joining, token: string): Promise<GuestView | null> {
  const claims = await openClaims(platform, token);
  if (!claims) return null;
  const organisation = await inOrganisation(platform, claims, (tx) => organisationName(tx, claims));
  return { organisation, name: claims.name, email: claims.email };
}

/** Opens an account by a personal link and signs in. Used twice, the second time is refused. */
export async function openAccount(
  platform: Joining,
  auth: Auth,
  token: string,
  password: string,
): Promise<Outcome<{ headers: Headers; next: string }, "expired" | "password" | "taken">> {
  const claims = await openClaims(platform, token);
  if (!claims) return refuse("expired");
  if (password.length < SHORTEST_PASSWORD) return refuse("password");
  const { organisationId, personId, email, name, next } = claims;
  const accountId = await accountFor(auth, { email, name, password });
  if (accountId === null) return refuse("taken");
  const added = await addMember(platform, organisationId, { accountId, personId, role: "member" });
  if (!added) return refuse("expired");
  const signedIn = await signIn(platform, auth, { email, password });
  return signedIn.ok ? accept({ headers: signedIn.value.headers, next }) : refuse("expired");
}

async function openClaims(platform: Joining, token: string): Promise<JoinClaims | null> {
  const claims = readJoinToken(platform.secret, token, platform.clock.now());
  if (!claims) return null;
  return inOrganisation(platform, claims, async (tx) => {
    if (await hasAccount(tx, claims, claims.personId)) return null;
    const { presence, standing } = await presenceIn(platform, tx, claims, claims);
    return presence === "in" && standing?.linkVersion === claims.linkVersion ? claims : null;
  });
}

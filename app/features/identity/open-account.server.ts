import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readJoinToken } from "./access-link.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import { hasAccount } from "./reads.server.ts";
import { signIn } from "./sign-in.server.ts";

export const SHORTEST_PASSWORD = 10;

/** Opens an account by a personal link and signs in. Used twice, the second time is refused. */
export async function openAccount(
  platform: Platform,
  auth: Auth,
  token: string,
  password: string,
): Promise<Outcome<{ headers: Headers; next: string }, "expired" | "password">> {
  const claims = readJoinToken(platform.secret, token, platform.clock.now());
  if (!claims) return refuse("expired");
  if (await inOrganisation(platform, claims, (tx) => hasAccount(tx, claims, claims.personId)))
    return refuse("expired");
  if (password.length < SHORTEST_PASSWORD) return refuse("password");
  const { organisationId, personId, email, name, next } = claims;
  const accountId = await accountFor(auth, { email, name, password });
  if (accountId === null) return refuse("password");
  await addMember(platform, organisationId, { accountId, personId, role: "member" });
  const signedIn = await signIn(platform, auth, { email, password });
  return signedIn.ok ? accept({ headers: signedIn.value.headers, next }) : refuse("password");
}

import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import type { Directory } from "../directory.ts";
import { unsafeLetIn } from "../let-in.server.ts";
import { presentMemberships } from "../resolve-session.server.ts";
import type { SignedInBy } from "../signed-in-by.ts";
import { spend } from "../spent-store.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { ownerOfSignInLink } from "./sign-in-link.server.ts";

type Parts = Platform & { directory: Directory };

/** The address that a link signs in to; null when it has ended, or its account opens nothing. Changes nothing. */
export async function signInLinkFor(platform: Parts, token: string): Promise<string | null> {
  const owner = await ownerOfSignInLink(platform, token);
  if (!owner) return null;
  const { accountId, email } = owner.credential;
  return (await presentMemberships(platform, accountId)).length > 0 ? email : null;
}

/**
 * Signs in by the link in a letter, a second step included where the account has one. The link is used up by it, also
 * for somebody at the same moment.
 */
export async function takeSignInLink(
  platform: Parts,
  auth: Auth,
  visitor: Visitor,
  token: string,
): Promise<Outcome<SignedInBy, "expired">> {
  const owner = await ownerOfSignInLink(platform, token);
  if (!owner) return refuse("expired");
  const { credential, until } = owner;
  if (!(await spend(platform.database, platform.secret, { token, until })))
    return refuse("expired");
  const opened = await unsafeLetIn(platform, auth, visitor, credential, { bothSteps: false });
  return opened.ok ? opened : refuse("expired");
}

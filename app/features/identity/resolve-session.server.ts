import { asAccount } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { SignedIn } from "./context.server.ts";
import { membershipsOf } from "./reads.server.ts";

const ORGANISATION_COOKIE = /(?:^|;\s*)twohats-organisation=([0-9a-f-]{36})/;

/** Who sent this request, and in which of their organisations; null when nobody is signed in. */
export async function resolveSession(
  platform: Platform,
  auth: Auth,
  headers: Headers,
): Promise<SignedIn | null> {
  if (!headers.get("cookie")?.includes("twohats.session_token")) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const memberships = await asAccount(platform, session.user.id, (tx) =>
    membershipsOf(tx, session.user.id),
  );
  const wanted = ORGANISATION_COOKIE.exec(headers.get("cookie") ?? "")?.[1];
  const membership = memberships.find((each) => each.organisationId === wanted) ?? memberships[0];
  if (!membership) return null;
  return {
    actor: {
      organisationId: membership.organisationId,
      accountId: membership.accountId,
      personId: membership.personId,
      role: membership.role,
    },
    accountName: session.user.name,
    memberships,
    organisationName: membership.organisationName,
  };
}

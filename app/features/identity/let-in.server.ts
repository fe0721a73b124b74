import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { GroupOffice } from "./domain/group-office.ts";
import { deviceCookie } from "./known-device.server.ts";
import { noteBreakGlass } from "./note-break-glass.server.ts";
import { giveGroupOffice } from "./offices/give-group-office.server.ts";
import type { Credential } from "./passwords/credential-reads.server.ts";
import { keepProvenAccount } from "./proven-account.server.ts";
import { keepRecentProof } from "./recent/recent-proof.server.ts";
import { type Presences, presentMemberships } from "./resolve-session.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { keepSecondStep } from "./second-factor/second-step-cookie.server.ts";
import { keepOrigin, type SessionOrigin } from "./sessions/session-origin-store.server.ts";
import type { SignedInBy } from "./signed-in-by.ts";
import type { Visitor } from "./visitor.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "jobs" | "secret" | "publicUrl"> & Presences;

type How = {
  /** A second step was taken with the first, or is taken by whoever stands for both. */
  bothSteps: boolean;
  /** Whose identity provider says who they are; left out where it is what is the account's own. */
  origin?: SessionOrigin | null;
  /** The office that goes with their groups there, once they are in; null where nothing is said of it. */
  goes?: GroupOffice | null;
};

/**
 * Starts a session for whoever proved, without their password, that an account is theirs; or the second step, where the
 * account has one and `bothSteps` says that it was not taken with the first. `out`: the account opens nothing any more.
 * Where all that it opens demands another way in, no session begins, it is said which, and the browser keeps for a
 * moment whose account it is. Counts nothing: that is for whoever calls it.
 */
export async function unsafeLetIn(
  platform: Parts,
  auth: Auth,
  visitor: Visitor,
  credential: Credential,
  { bothSteps, origin = null, goes = null }: How,
): Promise<Outcome<SignedInBy, "out">> {
  const { accountId, email } = credential;
  const present = await presentMemberships(platform, accountId, origin);
  if (present.length === 0) return refuse("out");
  if (!bothSteps && (await factorOf(platform.database, accountId))) {
    const kept = await keepSecondStep(platform, credential, { origin, goes });
    return accept({ headers: new Headers({ "Set-Cookie": kept }), isWhole: false });
  }
  const elsewhere = elsewhereOf(present);
  if (elsewhere !== null) {
    const proven = await keepProvenAccount(platform, credential);
    return accept({ headers: new Headers({ "Set-Cookie": proven }), isWhole: true, elsewhere });
  }
  await noteBreakGlass(platform, accountId, present);
  if (origin && goes && present.some(({ presence }) => presence === "in"))
    await giveGroupOffice(platform, origin, accountId, goes);
  const response = await auth.api.unsafeOpenSession({
    body: { accountId },
    headers: new Headers(visitor.device ? { "user-agent": visitor.device } : {}),
    asResponse: true,
  });
  const { token }: { token: string } = await response.clone().json();
  if (origin) {
    // Nobody has it yet. It says nothing of who sits there lately, and makes the browser no known one of the account.
    await keepOrigin(platform.database, token, origin);
    return accept({ headers: cookiesOf(response), isWhole: true });
  }
  const headers = await sessionCookies(platform, visitor, { email, response, token });
  return accept({ headers, isWhole: true });
}

/** The organisation whose provider is to be asked, where all that somebody may enter demand theirs; null otherwise. */
export function elsewhereOf(
  present: readonly { organisationId: string; wantsProvider: boolean }[],
): string | null {
  return present.every(({ wantsProvider }) => wantsProvider)
    ? (present[0]?.organisationId ?? null)
    : null;
}

/**
 * The cookies of a session, with the one by which this browser is known from now on, and the one that says for a while
 * that its owner was asked just now.
 */
export async function sessionCookies(
  platform: Pick<Platform, "clock" | "secret" | "publicUrl">,
  visitor: Visitor,
  { email, response, token }: { email: string; response: Response; token: string },
): Promise<Headers> {
  const cookies = cookiesOf(response);
  cookies.append("Set-Cookie", await deviceCookie(platform, visitor.cookies, email));
  cookies.append("Set-Cookie", await keepRecentProof(platform, token));
  return cookies;
}

/** Only the cookies of one of better-auth's answers. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

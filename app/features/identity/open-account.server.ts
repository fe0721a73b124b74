import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Brand } from "~/shell/brand.ts";
import { type JoinClaims, readJoinToken, unsafeReadPastJoinToken } from "./access-link.server.ts";
import { accountFor, hasOwnAccount } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import type { Auth } from "./auth.server.ts";
import type { BrandOf } from "./context.server.ts";
import { countPasswordTries, type TooMany } from "./count-tries.server.ts";
import type { Directory } from "./directory.ts";
import { type PasswordProblem, passwordProblem } from "./domain/fields.ts";
import { chosenPasswordProblem } from "./passwords/chosen-password.server.ts";
import { presenceIn } from "./presence.server.ts";
import { hasAccount, organisationName } from "./reads.server.ts";
import { startSession } from "./start-session.server.ts";
import { linkBuckets } from "./try-buckets.server.ts";
import type { Visitor } from "./visitor.server.ts";

type Joining = Platform & { directory: Directory };

export type GuestView = {
  organisationId: string;
  organisation: string;
  /** Their organisation lets people in by its own provider alone, and the page that was wanted. */
  providerOnly: boolean;
  next: string;
  name: string;
  email: string;
  /** What they read, where their record says. */
  language: string | null;
};

/**
 * Who a personal link invites; null when it is not ours, has run out, was used, or its person left or has another
 * address now.
 */
export async function guestOf(platform: Joining, token: string): Promise<GuestView | null> {
  const invited = await openClaims(platform, token);
  if (!invited) return null;
  const { claims, language, providerOnly } = invited;
  const { organisationId, name, email, next } = claims;
  const organisation = await inOrganisation(platform, claims, (tx) => organisationName(tx, claims));
  return { organisationId, organisation, providerOnly, next, name, email, language };
}

/** How the organisation looks that a personal link invites to; null for a link that is not ours or has run out. */
export async function brandOfLink(
  platform: Joining,
  token: string,
  brandOf: BrandOf,
): Promise<Brand | null> {
  const claims = readJoinToken(platform.secret, token, platform.clock.now());
  return claims && inOrganisation(platform, claims, (tx) => brandOf(tx, claims));
}

/** Whether a link opens nothing for no other reason than that its organisation is suspended. */
export async function isShutOut(platform: Joining, token: string): Promise<boolean> {
  const claims = readJoinToken(platform.secret, token, platform.clock.now());
  if (!claims) return false;
  return inOrganisation(platform, claims, async (tx) => {
    if (await hasAccount(tx, claims, claims.personId)) return false;
    const { suspended, standing } = await presenceIn(platform, tx, claims, claims);
    return suspended && standing?.linkVersion === claims.linkVersion;
  });
}

/**
 * The page that a used link led to: once its person has an account, the letter goes on working by way of signing in.
 * Null for a link that was never used, or is none of ours. It lets nobody in.
 */
export function pageOfUsedLink(platform: Platform, token: string): Promise<string | null> {
  const claims = unsafeReadPastJoinToken(platform.secret, token);
  if (!claims) return Promise.resolve(null);
  return inOrganisation(platform, claims, async (tx) =>
    (await hasAccount(tx, claims, claims.personId)) ? claims.next : null,
  );
}

export const openAccountInput = z.object({ password: z.string().default("") });

/** `isWhole`: signed in; otherwise the account was there before and asks for a code first. */
type Opened = { headers: Headers; next: string; isWhole: boolean };
export type OpeningRefusal =
  | Refusal<"expired" | "taken" | "busy">
  | Problems<PasswordProblem>
  | TooMany;

/** Opens an account by a personal link and signs in. Used twice, the second time is refused. */
export async function openAccount(
  platform: Joining,
  auth: Auth,
  visitor: Visitor,
  token: string,
  { password }: z.output<typeof openAccountInput>,
): Promise<{ ok: true; value: Opened } | OpeningRefusal> {
  const invited = await openClaims(platform, token);
  if (!invited || invited.providerOnly) return refuse("expired");
  const { claims } = invited;
  // An account that is there already is opened by the password it has.
  const problem = (await hasOwnAccount(auth, claims.email))
    ? passwordProblem(password)
    : chosenPasswordProblem(password, [claims.email, claims.name]);
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  return countPasswordTries(
    platform,
    await linkBuckets(platform, visitor, { token, email: claims.email }),
    () => open(platform, auth, visitor, claims, password),
  );
}

async function open(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  { organisationId, personId, email, name, next }: JoinClaims,
  password: string,
): Promise<Outcome<Opened, "expired" | "taken">> {
  const accountId = await accountFor(auth, { email, name, password });
  if (accountId === null) return refuse("taken");
  const added = await addMember(platform, organisationId, { accountId, personId, role: "member" });
  if (!added) return refuse("expired");
  const started = await startSession(platform, auth, visitor, { email, password });
  if (!started) return refuse("expired");
  return accept({ headers: started.headers, next, isWhole: started.token !== null });
}

type Invited = { claims: JoinClaims; language: string | null; providerOnly: boolean };

async function openClaims(platform: Joining, token: string): Promise<Invited | null> {
  const claims = readJoinToken(platform.secret, token, platform.clock.now());
  if (!claims) return null;
  return inOrganisation(platform, claims, async (tx) => {
    if (await hasAccount(tx, claims, claims.personId)) return null;
    const { presence, standing, providerOnly } = await presenceIn(platform, tx, claims, claims);
    return presence === "in" && standing?.linkVersion === claims.linkVersion
      ? { claims, language: standing.language ?? null, providerOnly }
      : null;
  });
}

import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "./directory.ts";
import { credentialOf } from "./passwords/credential-reads.server.ts";
import { newPasswordLink } from "./passwords/new-password-link.server.ts";
import { NEW_PASSWORD_MINUTES } from "./passwords/new-password-minutes.ts";
import { presentMemberships } from "./resolve-session.server.ts";

export type AccountLetterFor = {
  accountId: string;
  /** Through whose outbox it goes: an account belongs to no organisation, and a letter to one. */
  organisationId: string;
  organisation: string;
  language: string | null;
  to: { name: string; address: string };
  /** Where a new password is chosen, and for how many minutes. */
  link: string;
  minutes: number;
};

/**
 * What a letter to the owner of an account needs, at the address it is signed in to with, which nobody else changes;
 * null where there is no such account, or it opens nothing any more.
 */
export async function accountLetterFor(
  platform: Platform & { directory: Directory },
  accountId: string,
): Promise<AccountLetterFor | null> {
  const credential = await credentialOf(platform.database, accountId);
  const [first] = credential ? await presentMemberships(platform, accountId) : [];
  if (!credential || !first) return null;
  return {
    accountId,
    organisationId: first.organisationId,
    organisation: first.organisationName,
    language: first.language,
    to: { name: credential.name, address: credential.email },
    link: newPasswordLink(platform, credential),
    minutes: NEW_PASSWORD_MINUTES,
  };
}

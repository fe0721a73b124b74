import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "./directory.ts";
import { credentialOf } from "./passwords/credential-reads.server.ts";
import { presentMemberships } from "./resolve-session.server.ts";

export type AccountLetterFor = {
  accountId: string;
  /** Through whose outbox it goes: an account belongs to no organisation, and a letter to one. */
  organisationId: string;
  organisation: string;
  language: string | null;
  to: { name: string; address: string };
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
  };
}

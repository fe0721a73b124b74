import { type Actor, PROVISIONING } from "~/features/identity/index.ts";

/**
 * An identity provider that came with a token of the organisation. It may change people, and is nobody: no account, no
 * person of the directory. Made where a token was found to be right, and nowhere else.
 */
export type Provider = Actor & { readonly tokenId: string };

export function providerOf(organisationId: string, tokenId: string): Provider {
  return { organisationId, tokenId, accountId: PROVISIONING, personId: null, role: "admin" };
}

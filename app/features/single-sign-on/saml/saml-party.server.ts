import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { acsPath, samlEntity } from "../sign-on-paths.ts";

/** Milliseconds by which clocks may differ. */
const SKEW = 60_000;

type Asking = {
  /** The one question that is asked, or whose answer is looked at. */
  requestId: string;
  /** Since when it may have been asked. */
  askedAt: Date;
  again: boolean;
};

/**
 * This server as a SAML provider of an organisation knows it, for one question and its answer. What it says must be
 * signed itself, not only the envelope; an answer to no question is none.
 */
export function samlParty(
  { publicUrl }: Pick<Platform, "publicUrl">,
  { organisationId }: OrganisationScope,
  { entryPoint, certificates, issuer }: OpenProvider,
  { requestId, askedAt, again }: Asking,
): SAML {
  const known = (id: string | null) => (id === requestId ? askedAt.toISOString() : null);
  return new SAML({
    callbackUrl: `${publicUrl}${acsPath(organisationId)}`,
    issuer: `${publicUrl}${samlEntity(organisationId)}`,
    audience: `${publicUrl}${samlEntity(organisationId)}`,
    ...(entryPoint === null ? {} : { entryPoint }),
    ...{ idpCert: certificates, idpIssuer: issuer },
    ...{ wantAssertionsSigned: true, wantAuthnResponseSigned: false },
    ...{ identifierFormat: null, disableRequestedAuthnContext: true, forceAuthn: again },
    ...{ acceptedClockSkewMs: SKEW, signatureAlgorithm: "sha256" },
    validateInResponseTo: ValidateInResponseTo.always,
    generateUniqueId: () => requestId,
    // Which questions are ours is written in themselves; that each is answered once, the browser's own is asked.
    cacheProvider: {
      saveAsync: async () => null,
      getAsync: async (id) => known(id),
      removeAsync: async (id) => known(id),
    },
  });
}

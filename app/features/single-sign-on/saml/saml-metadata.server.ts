import { generateServiceProviderMetadata } from "@node-saml/node-saml";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { acsPath, samlEntity } from "../sign-on-paths.ts";

/** How this server describes itself to a SAML provider. The same for an organisation that is not there. */
export function samlMetadata(
  { publicUrl }: Pick<Platform, "publicUrl">,
  { organisationId }: OrganisationScope,
): Response {
  const metadata = generateServiceProviderMetadata({
    issuer: `${publicUrl}${samlEntity(organisationId)}`,
    callbackUrl: `${publicUrl}${acsPath(organisationId)}`,
    identifierFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    wantAssertionsSigned: true,
  });
  return new Response(metadata, { headers: { "Content-Type": "application/samlmetadata+xml" } });
}

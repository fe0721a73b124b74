/** Where people of an organisation begin, without anybody else's name for it. */
export const startPath = (organisationId: string) => `/sign-in/organisation/${organisationId}`;

/** Where an OIDC provider sends people back to: one for each organisation, known before a provider is added. */
export const returnPath = (organisationId: string) => `${startPath(organisationId)}/return`;

/** Below this, SAML providers bring what they say; nothing else of single sign-on is there. */
export const SAML_PATH = "/sign-in/saml";

/** What this server calls itself to a SAML provider of an organisation, and where its description is. */
export const samlEntity = (organisationId: string) => `${SAML_PATH}/${organisationId}`;

/** Where SAML providers bring what they say. */
export const acsPath = (organisationId: string) => `${samlEntity(organisationId)}/acs`;

/** Where a browser goes on with what its SAML provider said. */
export const finishPath = (organisationId: string) => `${startPath(organisationId)}/finish`;

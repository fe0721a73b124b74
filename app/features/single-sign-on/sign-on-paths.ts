/** Where people of an organisation begin, without anybody else's name for it. */
export const startPath = (organisationId: string) => `/sign-in/organisation/${organisationId}`;

/** Where an OIDC provider sends people back to: one for each organisation, known before a provider is added. */
export const returnPath = (organisationId: string) => `${startPath(organisationId)}/return`;

const GOOGLE = "https://accounts.google.com";

/**
 * Whether an issuer speaks for anybody's address: then that it is verified says only that its owner once read mail
 * there. Its word counts where it says as well that the account is managed by the organisation.
 */
export function speaksForEverybody(issuer: string): boolean {
  return issuer.replace(/\/$/, "") === GOOGLE;
}

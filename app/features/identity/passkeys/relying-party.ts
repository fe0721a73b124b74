/** What authenticators know this server by: a passkey made for one host is good on no other. */
export type RelyingParty = { id: string; origin: string };

/**
 * The host that passkeys are made for; null where browsers make none: not by TLS, or reached by a number. This machine
 * by its name counts as safe.
 */
export function relyingParty(publicUrl: string): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith("[");
  const isSafe = protocol === "https:" || hostname === "localhost";
  return isSafe && !isNumber ? { id: hostname, origin } : null;
}

import { createHmac, timingSafeEqual } from "node:crypto";

/** Claims as a text that only this server can have made, for one purpose. Whoever holds it can read them. */
export function signClaims(secret: string, purpose: string, claims: object): string {
  const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${body}.${signature(secret, purpose, body)}`;
}

/** The claims of such a text, to be checked for their shape; null when this server did not make it for this purpose. */
export function readClaims(secret: string, purpose: string, token: string): unknown {
  const [body, signed, ...rest] = token.split(".");
  if (!body || !signed || rest.length > 0) return null;
  const expected = Buffer.from(signature(secret, purpose, body));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
}

function signature(secret: string, purpose: string, body: string): string {
  return createHmac("sha256", secret).update(purpose).update(body).digest("base64url");
}

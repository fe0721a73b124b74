import { createHmac } from "node:crypto";

/** A text by which this server knows another one again, for one purpose, and nobody else. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(purpose).update(text).digest("base64url");
}

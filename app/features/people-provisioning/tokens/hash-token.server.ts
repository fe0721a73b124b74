import { keyedHash } from "~/features/identity/index.server.ts";

/** What is kept of a token: by it this server knows the token again, and nobody who only has the database. */
export function hashOfToken(secret: string, token: string): string {
  return keyedHash(secret, "provisioning token", token);
}

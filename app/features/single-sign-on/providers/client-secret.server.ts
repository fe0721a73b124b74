import { seal, unseal } from "~/features/identity/index.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Encrypts what a provider knows this server by, for this provider alone. */
export function sealClientSecret(
  { secret }: Pick<Platform, "secret">,
  providerId: string,
  clientSecret: string,
): string {
  return seal(secret, { use: "provider secret", of: providerId }, clientSecret);
}

/** Null for what was not sealed for this provider by this server, as after its secret was changed. */
export function clientSecretOf(
  { secret }: Pick<Platform, "secret">,
  { id, sealedSecret }: { id: string; sealedSecret: string | null },
): string | null {
  return sealedSecret && unseal(secret, { use: "provider secret", of: id }, sealedSecret);
}

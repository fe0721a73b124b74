import { randomBytes, timingSafeEqual } from "node:crypto";
import { keyedHash } from "~/features/identity/index.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

const MINUTES = 15;
const [PROVIDER, CHANCE, UNTIL, MARK] = [16, 16, 4, 16];

type Keys = Pick<Platform, "clock" | "secret">;
type Of = OrganisationScope & { providerId: string };

/**
 * By what a question to a SAML provider is known again where its answer arrives, which is without any cookie: only this
 * server can have made it, for this organisation and provider, and not long ago. It fits into a RelayState's 80 bytes.
 */
export function samlRequestId({ clock, secret }: Keys, { organisationId, providerId }: Of): string {
  const until = Buffer.alloc(UNTIL);
  until.writeUInt32BE(Math.floor(clock.now().getTime() / 1_000) + MINUTES * 60);
  const provider = Buffer.from(providerId.replaceAll("-", ""), "hex");
  const body = Buffer.concat([provider, randomBytes(CHANCE), until]);
  return Buffer.concat([body, markOf(secret, organisationId, body)]).toString("base64url");
}

/** The provider that was asked; null for what is no question of ours, or too old. */
export function providerAsked(
  { clock, secret }: Keys,
  { organisationId }: OrganisationScope,
  id: string,
): string | null {
  const bytes = Buffer.from(id, "base64url");
  const bodyLength = PROVIDER + CHANCE + UNTIL;
  if (bytes.length !== bodyLength + MARK || bytes.toString("base64url") !== id) return null;
  const body = bytes.subarray(0, bodyLength);
  const expected = markOf(secret, organisationId, body);
  if (!timingSafeEqual(bytes.subarray(bodyLength), expected)) return null;
  if (body.readUInt32BE(PROVIDER + CHANCE) <= clock.now().getTime() / 1_000) return null;
  const hex = body.subarray(0, PROVIDER).toString("hex");
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ] as const;
  return parts.map(([from, to]) => hex.slice(from, to)).join("-");
}

function markOf(secret: string, organisationId: string, body: Buffer): Buffer {
  const text = JSON.stringify([organisationId, body.toString("base64url")]);
  return Buffer.from(keyedHash(secret, "SAML request", text), "base64url").subarray(0, MARK);
}

import { createHmac, timingSafeEqual } from "node:crypto";

export type LinkTarget = { organisationId: string; invitationId: string };

const SIGNATURE_BYTES = 18;

/** The secret part of an invitation's address. Made from its ids and the server's secret, so nothing need be stored. */
export function linkToken(secret: string, { organisationId, invitationId }: LinkTarget): string {
  const ids = Buffer.concat([idBytes(organisationId), idBytes(invitationId)]);
  return Buffer.concat([ids, signature(secret, ids)]).toString("base64url");
}

/** What a token points to; null when it was not made by this server. */
export function readLinkToken(secret: string, token: string): LinkTarget | null {
  if (!/^[\w-]{1,100}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 32 + SIGNATURE_BYTES) return null;
  const ids = bytes.subarray(0, 32);
  if (!timingSafeEqual(signature(secret, ids), bytes.subarray(32))) return null;
  return { organisationId: idText(ids.subarray(0, 16)), invitationId: idText(ids.subarray(16)) };
}

function signature(secret: string, ids: Uint8Array): Buffer {
  return createHmac("sha256", secret)
    .update("rater link")
    .update(ids)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idText(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

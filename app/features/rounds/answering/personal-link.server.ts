import { createHmac, timingSafeEqual } from "node:crypto";

export type LinkTarget = {
  organisationId: string;
  invitationId: string;
  /** Of the person's links: a link made for an earlier one has ended. */
  version: number;
};

const SIGNATURE_BYTES = 18;
const IDS_BYTES = 32;
const VERSION_BYTES = 2;

/**
 * The secret part of an invitation's address. Made from its ids, the person's link version and the server's secret, so
 * nothing need be stored. The first version is not written, so that links from before there were any go on working.
 */
export function linkToken(secret: string, target: LinkTarget): string {
  const { organisationId, invitationId, version } = target;
  const ids = Buffer.concat([idBytes(organisationId), idBytes(invitationId)]);
  const named = version === 0 ? ids : Buffer.concat([ids, versionBytes(version)]);
  return Buffer.concat([named, signature(secret, named)]).toString("base64url");
}

/** What a token points to; null when it was not made by this server. */
export function readLinkToken(secret: string, token: string): LinkTarget | null {
  if (!/^[\w-]{1,100}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const named = bytes.subarray(0, -SIGNATURE_BYTES);
  const versioned = named.length === IDS_BYTES + VERSION_BYTES;
  if (!versioned && named.length !== IDS_BYTES) return null;
  if (!timingSafeEqual(signature(secret, named), bytes.subarray(-SIGNATURE_BYTES))) return null;
  return {
    organisationId: idText(named.subarray(0, 16)),
    invitationId: idText(named.subarray(16, IDS_BYTES)),
    version: versioned ? named.readUInt16BE(IDS_BYTES) : 0,
  };
}

function signature(secret: string, named: Uint8Array): Buffer {
  return createHmac("sha256", secret)
    .update("rater link")
    .update(named)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}

function versionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(VERSION_BYTES);
  bytes.writeUInt16BE(version);
  return bytes;
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idText(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

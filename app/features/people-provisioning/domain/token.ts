const PREFIX = "twohats_scim_";
const ID_BYTES = 16;
const SECRET_BYTES = 32;

/** Which organisation and which of its tokens a text says it is; nothing that is a secret. */
export type TokenIds = { organisationId: string; tokenId: string };

/** The text of a token, from random bytes of this length. */
export const TOKEN_SECRET_BYTES = SECRET_BYTES;

/** The text an identity provider is given: where it belongs, and the secret. */
export function tokenText({ organisationId, tokenId }: TokenIds, secret: Uint8Array): string {
  const bytes = Buffer.concat([bytesOf(organisationId), bytesOf(tokenId), secret]);
  return PREFIX + bytes.toString("base64url");
}

/** Where a text says it belongs; null for what is no token of ours. */
export function idsInToken(text: string): TokenIds | null {
  if (!text.startsWith(PREFIX) || text.length > 200) return null;
  const bytes = Buffer.from(text.slice(PREFIX.length), "base64url");
  if (bytes.length !== 2 * ID_BYTES + SECRET_BYTES) return null;
  return {
    organisationId: idOf(bytes.subarray(0, ID_BYTES)),
    tokenId: idOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
  };
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

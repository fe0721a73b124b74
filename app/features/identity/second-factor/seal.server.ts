import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** What a sealed text is for: it opens for nothing and nobody else. */
export type Sealed =
  | { accountId: string; use: "secret" | "offer" }
  | { use: "provider secret" | "sign-on begun" | "sign-on outcome"; of: string };

/**
 * Encrypts a text for this server, one use and one account or thing of it (AES-256-GCM). For another it is worth
 * nothing.
 */
export function seal(secret: string, whose: Sealed, text: string): string {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv);
  cipher.setAAD(boundTo(whose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** What was sealed for this account; null when it was not, or not by this server. */
export function unseal(secret: string, whose: Sealed, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= IV_LENGTH + TAG_LENGTH) return null;
  const tagAt = IV_LENGTH + TAG_LENGTH;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, IV_LENGTH));
  decipher.setAAD(boundTo(whose));
  decipher.setAuthTag(bytes.subarray(IV_LENGTH, tagAt));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagAt)), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    return null;
  }
}

function boundTo(whose: Sealed): Buffer {
  return Buffer.from(JSON.stringify([whose.use, "of" in whose ? whose.of : whose.accountId]));
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "second factor", 32));
}

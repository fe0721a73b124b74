import { createHmac } from "node:crypto";
import type { Platform } from "~/platform/platform.server.ts";

/**
 * The Message-ID (RFC 5322) of a letter: the same however often it is sent, so that receivers drop the second. Without
 * the server's secret it tells nothing: not whose letter it is, nor when it was written.
 */
export function mailId(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  messageId: string,
): string {
  const name = createHmac("sha256", secret).update(`message-id ${messageId}`).digest("base64url");
  return `<${name}@${new URL(publicUrl).hostname}>`;
}

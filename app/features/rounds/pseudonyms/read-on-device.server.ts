import { z } from "zod";
import { keyedHash, readClaims, signClaims } from "~/features/identity/index.server.ts";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { RaterActor } from "../domain/rater.ts";

/** What a device was shown, by whom the text is for. */
export type ReadOnDevice = Readonly<Record<string, { number: number; agreed: boolean }>>;

const PURPOSE = "information read";
/** As long as a device is known: longer than any round is open. */
const LASTS_SECONDS = 180 * 86_400;

const cookie = ownCookie("twohats-read", /^[\w.-]+$/, { httpOnly: true });

const claimed = z.object({
  /** Of whom: another person on the same device sees the text for themselves. */
  by: z.string(),
  read: z.record(z.string(), z.object({ number: z.number().int(), agreed: z.boolean() })),
});

type Whose = Pick<RaterActor, "organisationId" | "personId">;

/** What this device was shown of the information for a rater. Kept nowhere else: not even that it was shown. */
export async function readOnDevice(
  secret: string,
  cookies: string | null,
  whose: Whose,
): Promise<ReadOnDevice> {
  const value = await cookie.read(cookies);
  const signed = value === null ? null : readClaims(secret, PURPOSE, value);
  if (signed === null) return {};
  const { by, read } = claimed.parse(signed);
  return by === markOf(secret, whose) ? read : {};
}

/** The cookie that keeps it with the device; on one that others use, until its window is closed. */
export function keepRead(
  secret: string,
  whose: Whose,
  { read, shared }: { read: ReadOnDevice; shared: boolean },
): Promise<string> {
  const claims = { by: markOf(secret, whose), read } satisfies z.input<typeof claimed>;
  const value = signClaims(secret, PURPOSE, claims);
  return cookie.keep(value, shared ? {} : { maxAge: LASTS_SECONDS });
}

export function forgetRead(): Promise<string> {
  return cookie.forget();
}

function markOf(secret: string, { organisationId, personId }: Whose): string {
  return keyedHash(secret, PURPOSE, `${organisationId} ${personId}`).slice(0, 22);
}

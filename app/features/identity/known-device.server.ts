import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** The accounts one browser is known for. */
const MOST = 8;
/** The longest that browsers keep a cookie. */
const DAYS = 400;

const cookie = ownCookie("twohats-devices", /^[\w.~-]+$/, {
  httpOnly: true,
  maxAge: DAYS * 86_400,
});

/**
 * The name by which this browser is known to have signed in to an account before; null when it is not. It opens
 * nothing: it only keeps a stranger's guesses from using up the owner's tries.
 */
export async function knownDevice(
  secret: string,
  cookies: string | null,
  email: string,
): Promise<string | null> {
  const entries = await entriesIn(cookies);
  return entries.find((entry) => isOf(secret, email, entry)) ?? null;
}

/**
 * The cookie that lets this browser be known again: random names, each signed for one account that cannot be read from
 * it.
 */
export async function deviceCookie(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  cookies: string | null,
  email: string,
): Promise<string> {
  const known = await knownDevice(secret, cookies, email);
  const name = randomBytes(16).toString("base64url");
  const entry = known ?? `${name}.${signature(secret, email, name)}`;
  const others = (await entriesIn(cookies)).filter((each) => each !== entry);
  const value = [entry, ...others].slice(0, MOST).join("~");
  return cookie.keep(value, { secure: publicUrl.startsWith("https:") });
}

async function entriesIn(cookies: string | null): Promise<string[]> {
  const value = (await cookie.read(cookies)) ?? "";
  return value.split("~", MOST).filter((entry) => entry !== "");
}

function isOf(secret: string, email: string, entry: string): boolean {
  const [name = "", signed = ""] = entry.split(".");
  const given = Buffer.from(signed);
  const expected = Buffer.from(signature(secret, email, name));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signature(secret: string, email: string, name: string): string {
  return createHmac("sha256", secret)
    .update("known device")
    .update(JSON.stringify([email.toLowerCase(), name]))
    .digest("base64url")
    .slice(0, 22);
}

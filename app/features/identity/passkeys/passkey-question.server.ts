import { randomBytes } from "node:crypto";
import { z } from "zod";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";
import { spend } from "../spent-store.server.ts";

const PURPOSE = "passkey question";
const MINUTES = 10;

/** What a passkey is asked for: to be added, to sign in, or to show that somebody is still there. */
export type QuestionUse = "add" | "enter" | "show";

const claimed = z.object({
  challenge: z.string(),
  use: z.enum(["add", "enter", "show"]),
  /** Of whoever is signed in; null where that is what is asked. */
  accountId: z.string().nullable(),
  until: z.iso.datetime(),
});

const cookie = ownCookie("twohats-passkey", /^[\w.-]+$/, {
  httpOnly: true,
  maxAge: MINUTES * 60,
});

type Keys = Pick<Platform, "clock" | "secret" | "publicUrl">;

/** What an authenticator is to sign, and the cookie by which the answer is known to be to this question. */
export async function askPasskey(
  { clock, secret, publicUrl }: Keys,
  use: QuestionUse,
  accountId: string | null,
): Promise<{ challenge: Uint8Array<ArrayBuffer>; cookie: string }> {
  const challenge = new Uint8Array(randomBytes(32));
  const until = new Date(clock.now().getTime() + MINUTES * 60_000).toISOString();
  const text = Buffer.from(challenge).toString("base64url");
  const claims = { challenge: text, use, accountId, until };
  const secure = publicUrl.startsWith("https:");
  return { challenge, cookie: await cookie.keep(signClaims(secret, PURPOSE, claims), { secure }) };
}

/**
 * The question that a browser was asked, for this use and account; null when it was not, too long ago, or has been
 * answered. It is used up by that, whatever the answer.
 */
export async function takePasskeyQuestion(
  { clock, secret, database }: Pick<Platform, "clock" | "secret" | "database">,
  cookies: string | null,
  use: QuestionUse,
  accountId: string | null,
): Promise<string | null> {
  const value = await cookie.read(cookies);
  const signed = value === null ? null : readClaims(secret, PURPOSE, value);
  if (signed === null) return null;
  const question = claimed.parse(signed);
  const until = new Date(question.until);
  if (question.use !== use || question.accountId !== accountId || until <= clock.now()) return null;
  const { challenge } = question;
  return (await spend(database, secret, { token: challenge, until })) ? challenge : null;
}

import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { z } from "zod";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import type { Directory } from "../directory.ts";
import { unsafeLetIn } from "../let-in.server.ts";
import { credentialOf } from "../passwords/credential-reads.server.ts";
import type { SignedInBy } from "../signed-in-by.ts";
import type { Visitor } from "../visitor.server.ts";
import { checkPasskey, type passkeyAnswer } from "./check-passkey.server.ts";
import { askPasskey, takePasskeyQuestion } from "./passkey-question.server.ts";
import { passkeysOf } from "./passkey-store.server.ts";
import { relyingParty } from "./relying-party.ts";

type Request = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
type Answer = z.output<typeof passkeyAnswer>;

/**
 * What a browser needs to ask for a passkey: any of whoever sits there, or one of this account. Null where browsers
 * have none for this server.
 */
export async function askForPasskey(
  platform: Pick<Platform, "clock" | "secret" | "publicUrl" | "database">,
  accountId: string | null,
): Promise<{ options: Request; cookie: string } | null> {
  const party = relyingParty(platform.publicUrl);
  if (!party) return null;
  const use = accountId === null ? "enter" : "show";
  const { challenge, cookie } = await askPasskey(platform, use, accountId);
  const own = accountId === null ? [] : await passkeysOf(platform.database, accountId);
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    userVerification: "required",
    allowCredentials: own.map(({ id, transports }) => ({ id, transports })),
  });
  return { options, cookie };
}

/**
 * Signs in by a passkey. It stands for both steps: the device is what they have, and what unlocked it is what they know
 * or are. No refusal tells whether there is such a passkey.
 */
export async function enterWithPasskey(
  platform: Platform & { directory: Directory },
  auth: Auth,
  visitor: Visitor,
  { response }: Answer,
): Promise<Outcome<SignedInBy, "over" | "wrong" | "odd" | "out">> {
  const challenge = await takePasskeyQuestion(platform, visitor.cookies, "enter", null);
  if (challenge === null) return refuse("over");
  const checked = await checkPasskey(platform, challenge, response);
  if (!checked.ok) return checked;
  const credential = await credentialOf(platform.database, checked.value.accountId);
  if (!credential) return refuse("out");
  return unsafeLetIn(platform, auth, visitor, credential, { bothSteps: true });
}

import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { notePasskeyUse, passkeyById, type StoredPasskey } from "./passkey-store.server.ts";
import { relyingParty } from "./relying-party.ts";

/** Longer than any authenticator's answer. */
const LONGEST = 20_000;
const part = z.base64url().min(1);

/** What a browser answers, as JSON. */
export const passkeyAnswer = z.object({ response: z.string().min(1).max(LONGEST) });

/** What the script of a page sends: it asks for the question, and brings the answer. */
export const passkeyPress = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin") }),
  passkeyAnswer.extend({ intent: z.literal("answer"), next: z.string().optional() }),
]);

const assertion = z.object({
  id: part,
  rawId: part,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: z.string().optional(),
  }),
});

type Parts = Pick<Platform, "clock" | "database" | "jobs" | "publicUrl">;

/**
 * Whose passkey signed this challenge, here, after whoever holds it showed the device who they are. `odd`: it counts
 * its uses, and has counted fewer than we know of, so there is a copy of it; its owner is told.
 */
export async function checkPasskey(
  parts: Parts,
  challenge: string,
  given: string,
): Promise<Outcome<{ accountId: string }, "wrong" | "odd">> {
  const party = relyingParty(parts.publicUrl);
  const answer = readJson(assertion, given);
  const passkey = answer && (await passkeyById(parts.database, answer.id));
  if (!party || !answer || !passkey) return refuse("wrong");
  const counter = await signedCount(party, challenge, answer, passkey);
  if (counter === null) return refuse("wrong");
  const day = parts.clock.now().toISOString().slice(0, 10);
  if (await notePasskeyUse(parts.database, passkey.id, { counter, day }))
    return accept({ accountId: passkey.accountId });
  await asAccount(parts, passkey.accountId, (tx) =>
    tellOfAccount(parts, tx, passkey.accountId, "passkey-odd"),
  );
  return refuse("odd");
}

/** How often the authenticator says that it signed; null when it did not sign this. */
async function signedCount(
  { id, origin }: { id: string; origin: string },
  challenge: string,
  answer: z.output<typeof assertion>,
  { id: passkeyId, publicKey }: StoredPasskey,
): Promise<number | null> {
  const key = new Uint8Array(Buffer.from(publicKey, "base64url"));
  try {
    const { response, clientExtensionResults, ...named } = answer;
    const { userHandle, ...signed } = response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...named,
        clientExtensionResults,
        response: { ...signed, ...(userHandle === undefined ? {} : { userHandle }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // Its count is looked at once its signature is known to be right: anybody can make up a number.
      credential: { id: passkeyId, publicKey: key, counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // Whatever is not as it should be, the library says by an error.
    return null;
  }
}

/** A text as JSON of this shape; null when it is none. */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

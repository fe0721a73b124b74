import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { type OwnCredential, ownCredential } from "../passwords/own-password.server.ts";
import { hasRecentProof } from "../recent/recent-proof.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { passkeyAnswer, readJson } from "./check-passkey.server.ts";
import { askPasskey, takePasskeyQuestion } from "./passkey-question.server.ts";
import { insertPasskey, passkeysOf, type StoredPasskey } from "./passkey-store.server.ts";
import { type RelyingParty, relyingParty } from "./relying-party.ts";

const LONGEST_NAME = 60;
/** More devices than anybody has. */
export const MOST_PASSKEYS = 20;

export const addPasskeyInput = passkeyAnswer.extend({
  name: z.string("name").trim().min(1, "name").max(LONGEST_NAME, "name-long"),
});

type Creation = Omit<Awaited<ReturnType<typeof generateRegistrationOptions>>, "extensions">;

/** What a browser needs to make a passkey, and the cookie that goes with it. Nothing is stored of it. */
export async function beginPasskey(
  platform: Platform,
  auth: Auth,
  headers: Headers,
): Promise<Outcome<{ options: Creation; cookie: string }, "unknown">> {
  const own = await ownCredential(platform, auth, headers);
  const party = relyingParty(platform.publicUrl);
  if (!own || !party) return refuse("unknown");
  const { challenge, cookie } = await askPasskey(platform, "add", own.accountId);
  const known = await passkeysOf(platform.database, own.accountId);
  const { extensions: _none, ...options } = await generateRegistrationOptions({
    rpName: "Twohats",
    rpID: party.id,
    userName: own.email,
    userDisplayName: own.name,
    userID: new TextEncoder().encode(own.accountId),
    challenge,
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return accept({ options, cookie });
}

/**
 * Adds a passkey that a browser made just now, for whoever showed lately who they are, and has them told by letter.
 * `stale`: they did not.
 */
export async function addPasskey(
  platform: Platform,
  auth: Auth,
  headers: Headers,
  { name, response }: z.output<typeof addPasskeyInput>,
): Promise<{ ok: true } | Problems | Refusal<"unknown" | "stale">> {
  const own = await ownCredential(platform, auth, headers);
  const party = relyingParty(platform.publicUrl);
  if (!own || !party) return refuse("unknown");
  const cookies = headers.get("cookie");
  if (!(await hasRecentProof(platform, cookies, own.token, { own: true }))) return refuse("stale");
  if ((await passkeysOf(platform.database, own.accountId)).length >= MOST_PASSKEYS)
    return refuseInput({ code: "many", values: { count: MOST_PASSKEYS } });
  const challenge = await takePasskeyQuestion(platform, cookies, "add", own.accountId);
  if (challenge === null) return refuseInput({ code: "over" });
  const made = await madePasskey(party, challenge, own, response);
  if (!made) return refuseInput({ code: "wrong" });
  const since = platform.clock.now().toISOString().slice(0, 10);
  const added = await asAccount(platform, own.accountId, async (tx) => {
    if (!(await insertPasskey(tx, made, { name, since }))) return false;
    await tellOfAccount(platform, tx, own.accountId, "passkey-on");
    return true;
  });
  return added ? { ok: true } : refuseInput({ code: "already" });
}

const part = z.base64url().min(1);
const attestation = z.object({
  id: part,
  rawId: part,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: z.array(z.string().max(32)).max(10).default([]),
  }),
});

/** The passkey that answered this challenge, here; null when none did. */
async function madePasskey(
  { id: expectedRPID, origin }: RelyingParty,
  challenge: string,
  { accountId }: OwnCredential,
  given: string,
): Promise<StoredPasskey | null> {
  const answer = readJson(attestation, given);
  if (!answer) return null;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      ...{ id, accountId, counter, transports: answer.response.transports },
      publicKey: Buffer.from(publicKey).toString("base64url"),
    };
  } catch {
    // Whatever is not as it should be, the library says by an error.
    return null;
  }
}

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
import { countTries, type TooMany } from "../count-tries.server.ts";
import { noteGlassOpened } from "../note-break-glass.server.ts";
import { endSessionsBut } from "../passwords/credential-store.server.ts";
import {
  type OwnCredential,
  ownCredential,
  provePassword,
} from "../passwords/own-password.server.ts";
import { membershipsOf } from "../reads.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { codeBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import {
  type Enrolment,
  enrolmentOf,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  stepOfCode,
} from "./codes.server.ts";
import { seal, unseal } from "./seal.server.ts";
import { factorOf, insertFactor } from "./second-factor-store.server.ts";
import { codeInput } from "./take-second-step.server.ts";

const MINUTES = 15;

export const beginFactorInput = z.object({ current: z.string().min(1, "missing") });
export const confirmFactorInput = z.object({ offer: z.string(), code: codeInput });

/** A secret to be put into an app. Nothing is stored of it until a code proves that it is in there. */
export type Offer = Enrolment & { offer: string };

type Refused = Problems | Refusal<"unknown" | "busy"> | TooMany;

/** Offers whoever is signed in and knows their password a secret for an app. */
export async function beginSecondFactor(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { current }: z.output<typeof beginFactorInput>,
): Promise<{ ok: true; value: Offer } | Refused> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const proved = await provePassword(platform, visitor, own, current);
  if (!proved.ok) return proved;
  const secret = newSecret();
  const until = platform.clock.now().getTime() + MINUTES * 60_000;
  const offer = seal(
    platform.secret,
    { accountId: own.accountId, use: "offer" },
    JSON.stringify({ secret, until }),
  );
  return accept({ offer, ...enrolmentOf(secret, own.email) });
}

const offered = z.object({ secret: z.string(), until: z.number() });

/** The same offer again, for a page that refuses a code; null when it is over, or not this account's. */
export async function offerAgain(
  platform: Platform,
  auth: Auth,
  headers: Headers,
  offer: string,
): Promise<Offer | null> {
  const own = await ownCredential(platform, auth, headers);
  const found = own && secretOf(platform, own, offer);
  return own && found ? { offer, ...enrolmentOf(found, own.email) } : null;
}

/**
 * Adds the second factor, once a code shows that the app has the secret, and ends every other session. @returns the
 * recovery codes, which are shown this once.
 */
export async function confirmSecondFactor(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { offer, code }: z.output<typeof confirmFactorInput>,
): Promise<{ ok: true; value: string[] } | Refused> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const secret = secretOf(platform, own, offer);
  if (secret === null) return refuseInput({ code: "over" });
  if (await factorOf(platform.database, own.accountId)) return refuseInput({ code: "already" });
  const outcome = await countTries(
    platform,
    await codeBuckets(platform, visitor, own.email),
    async (): Promise<Outcome<string[], "wrong">> => {
      const step = stepOfCode(secret, code, platform.clock.now());
      if (step === null) return refuse("wrong");
      const codes = newRecoveryCodes();
      const added = await add(platform, own, { secret, step, codes });
      return added ? accept(codes) : refuse("wrong");
    },
  );
  if (outcome.ok || outcome.reason !== "wrong") return outcome;
  return refuseInput({ field: "code", code: "wrong" });
}

function add(
  platform: Platform,
  { accountId, token }: OwnCredential,
  { secret, step, codes }: { secret: string; step: number; codes: readonly string[] },
): Promise<boolean> {
  return asAccount(platform, accountId, async (tx) => {
    const added = await insertFactor(tx, accountId, {
      sealedSecret: seal(platform.secret, { accountId, use: "secret" }, secret),
      step,
      recovery: codes.map((code) => recoveryHash(platform.secret, code)),
      since: platform.clock.now().toISOString().slice(0, 10),
    });
    if (!added) return false;
    await endSessionsBut(tx, accountId, token);
    const memberships = await membershipsOf(tx, accountId);
    await tellOfAccount(platform, tx, accountId, "factor-on");
    await noteGlassOpened(platform, tx, memberships);
    return true;
  });
}

function secretOf(
  { secret, clock }: Pick<Platform, "secret" | "clock">,
  { accountId }: OwnCredential,
  offer: string,
): string | null {
  const text = unseal(secret, { accountId, use: "offer" }, offer);
  if (text === null) return null;
  const found = offered.safeParse(JSON.parse(text));
  return found.success && found.data.until > clock.now().getTime() ? found.data.secret : null;
}

import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import { keyedHash } from "../keyed-hash.server.ts";

const PERIOD_S = 30;
/** Steps of time before and after now that still count: clocks of phones go wrong by a little. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without letters and digits that are taken for each other; 16 of them are 78 bits. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const RECOVERY_LENGTH = 16;

/** How an app is told of a secret: an address that it reads, the secret to be typed, and a picture of the address. */
export type Enrolment = { uri: string; typed: string; picture: { size: number; path: string } };

/** A new secret, in Base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function enrolmentOf(secret: string, account: string): Enrolment {
  const uri = totpOf(secret, account).toString();
  const { data, size } = encode(uri, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { uri, typed: secret.match(/.{1,4}/g)?.join(" ") ?? secret, picture: { size, path } };
}

/** The step of time that a code is of (RFC 6238), among those that count now; null when it is of none. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const token = code.replaceAll(/\s/g, "");
  const delta = totpOf(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD_S, timestamp }) + delta;
}

/** New recovery codes, in groups of four: for when the phone is gone. Each is good once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(
      { length: RECOVERY_LENGTH },
      () => ALPHABET[randomInt(ALPHABET.length)],
    );
    return letters.join("").replaceAll(/(.{4})(?=.)/g, "$1-");
  });
}

/** What is stored of a recovery code, however it is typed. */
export function recoveryHash(serverSecret: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return keyedHash(serverSecret, "recovery code", plain);
}

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: "Twohats",
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_S,
  });
}

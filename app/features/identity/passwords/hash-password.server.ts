import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { hashPassword as hashScrypt, verifyPassword as verifyScrypt } from "better-auth/crypto";

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

/**
 * How passwords are hashed: Argon2id (Biryukov, Dinu and Khovratovich 2016; RFC 9106) with the parameters that OWASP's
 * cheat sheet on storing passwords gives as its minimum.
 */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const SALT_LENGTH = 16;
/** How every hash begins that is made now. */
export const currentHash = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`;

/** A new hash of a password, with a salt of its own, as a text in the form that PHC agreed on. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_LENGTH);
  return `${currentHash}${plain64(salt)}$${plain64(await tagOf(password, salt))}`;
}

/** Whether it is this password's hash: one of ours, or one of those made before. */
export async function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  const { hash, password } = given;
  if (isOldHash(hash)) return verifyScrypt(given);
  const [salt, tag] = hash.slice(currentHash.length).split("$");
  const nonce = Buffer.from(salt ?? "", "base64");
  const expected = Buffer.from(tag ?? "", "base64");
  if (nonce.length !== SALT_LENGTH || expected.length !== COST.tagLength) return false;
  return timingSafeEqual(await tagOf(password, nonce), expected);
}

/** Whether a hash is made anew when its password is known next. */
export function isOldHash(hash: string): boolean {
  return !hash.startsWith(currentHash);
}

/**
 * What better-auth hashes and checks with. It hashes for an unknown address as well, so that nobody learns by the time
 * whether there is an account; while any hash is left from before, everything takes both ways for the same reason.
 */
export function hashing(anyOldHash: () => Promise<boolean>) {
  return {
    hash: async (password: string) => {
      const hash = await hashPassword(password);
      if (await anyOldHash()) await hashScrypt(password);
      return hash;
    },
    verify: async (given: { hash: string; password: string }) => {
      const right = await verifyPassword(given);
      if (isOldHash(given.hash)) await hashPassword(given.password);
      else if (await anyOldHash()) await hashScrypt(given.password);
      return right;
    },
  };
}

function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  return derive("argon2id", { message: password.normalize("NFKC"), nonce, ...COST });
}

function plain64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

import type { Auth } from "../auth.server.ts";
import { currentHash } from "../passwords/hash-password.server.ts";

/**
 * Makes hashing cheap, for tests of how often and in what order it is done. @returns how often it was, since the last
 * reset.
 */
export async function hashCheaply(auth: Auth): Promise<{ times: number }> {
  const { password } = await auth.$context;
  const hashed = { times: 0 };
  const hash = async (text: string) => {
    hashed.times += 1;
    await new Promise((passed) => setImmediate(passed));
    return `${currentHash}hash of ${text}`;
  };
  password.hash = hash;
  password.verify = async (given) => (await hash(given.password)) === given.hash;
  return hashed;
}

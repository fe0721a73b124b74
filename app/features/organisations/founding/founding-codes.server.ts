import { randomBytes } from "node:crypto";
import { keyedHash } from "~/features/identity/index.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { goodUntil } from "../domain/days-good.ts";
import { mayRunServer, type Operator } from "../policy.ts";
import { deleteFoundingCodes, insertFoundingCode } from "./founding-code-store.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "secret" | "publicUrl">;

const CODE_BYTES = 18;
const CODE = /^[\w-]{24}$/;

/** By what a code is kept; null for what can't be one. */
export function markOfCode({ secret }: Pick<Platform, "secret">, code: string): string | null {
  return CODE.test(code) ? keyedHash(secret, "founding code", code) : null;
}

/** Makes the link with which whoever holds it makes an organisation, once. */
export async function makeFoundingCode(
  platform: Parts,
  operator: Operator,
): Promise<Outcome<{ link: string; until: Date }, "not-allowed">> {
  if (!mayRunServer(operator)) return refuse("not-allowed");
  const now = platform.clock.now();
  const until = goodUntil(now);
  const code = randomBytes(CODE_BYTES).toString("base64url");
  const mark = markOfCode(platform, code);
  if (mark === null) throw new Error("a code that is none");
  await insertFoundingCode(platform.database, { mark, until, now });
  return accept({ link: `${platform.publicUrl}/organisations/new/${code}`, until });
}

/** Takes back every such link that was not used. @returns how many there were. */
export async function withdrawFoundingCodes(
  { clock, database }: Parts,
  operator: Operator,
): Promise<Outcome<number, "not-allowed">> {
  if (!mayRunServer(operator)) return refuse("not-allowed");
  return accept(await deleteFoundingCodes(database, clock.now()));
}

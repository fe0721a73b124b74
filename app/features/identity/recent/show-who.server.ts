import { z } from "zod";
import {
  accept,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import type { TooMany } from "../count-tries.server.ts";
import { ownCredential, provePassword } from "../passwords/own-password.server.ts";
import { proveCode } from "../second-factor/prove-code.server.ts";
import { factorOf } from "../second-factor/second-factor-store.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { keepRecentProof } from "./recent-proof.server.ts";

/** A password, or a code where there is a second step: whichever the page asked for. */
export const showWhoInput = z.object({
  current: z.string().default(""),
  code: z.string().trim().default(""),
});

/** What shows that it is them; null for nobody, and for an account without a password. */
export async function proofAskedFor(
  platform: Pick<Platform, "database">,
  auth: Auth,
  headers: Headers,
): Promise<"password" | "code" | null> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return null;
  return (await factorOf(platform.database, own.accountId)) ? "code" : "password";
}

/** Shows that whoever is signed in is still there. @returns the cookie that says so for a while. */
export async function showWho(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { current, code }: z.output<typeof showWhoInput>,
): Promise<
  { ok: true; value: { cookie: string } } | Problems | Refusal<"unknown" | "busy"> | TooMany
> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const [field, given] = (await factorOf(platform.database, own.accountId))
    ? (["code", code] as const)
    : (["current", current] as const);
  if (given === "") return refuseInput({ field, code: "missing" });
  const proved =
    field === "code"
      ? await proveCode(platform, visitor, own, given)
      : await provePassword(platform, visitor, own, given);
  if (!proved.ok) return proved;
  return accept({ cookie: await keepRecentProof(platform, own.token) });
}

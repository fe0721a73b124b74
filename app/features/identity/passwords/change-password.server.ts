import { z } from "zod";
import { type Problems, type Refusal, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import type { TooMany } from "../count-tries.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { chosenPasswordProblem } from "./chosen-password.server.ts";
import { ownCredential, provePassword } from "./own-password.server.ts";
import { replacePassword } from "./replace-password.server.ts";

export const changePasswordInput = z.object({
  current: z.string().min(1, "missing"),
  password: z.string().default(""),
});

/**
 * Changes the password of whoever is signed in, by the one they have, and ends their sessions everywhere else.
 * `headers` are the request's: they say which session stays.
 */
export async function changePassword(
  platform: Pick<Platform, "database" | "jobs" | "secret" | "clock">,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { current, password }: z.output<typeof changePasswordInput>,
): Promise<{ ok: true } | Problems | Refusal<"busy" | "unknown"> | TooMany> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const problem = chosenPasswordProblem(password, [own.email, own.name]);
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  if (current === password) return refuseInput({ field: "password", code: "same" });
  return provePassword(platform, visitor, own, current, () =>
    replacePassword(platform, own, { password, stays: own.token }),
  );
}

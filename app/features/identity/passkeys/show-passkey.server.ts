import type { z } from "zod";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { keepRecentProof } from "../recent/recent-proof.server.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { checkPasskey, type passkeyAnswer } from "./check-passkey.server.ts";
import { takePasskeyQuestion } from "./passkey-question.server.ts";

/** Shows by a passkey that whoever is signed in is still there. @returns the cookie that says so for a while. */
export async function showPasskey(
  platform: Platform,
  auth: Auth,
  headers: Headers,
  { response }: z.output<typeof passkeyAnswer>,
): Promise<Outcome<{ cookie: string }, "unknown" | "over" | "wrong" | "odd">> {
  const own = await ownSession(auth, headers);
  if (!own) return refuse("unknown");
  const cookies = headers.get("cookie");
  const challenge = await takePasskeyQuestion(platform, cookies, "show", own.accountId);
  if (challenge === null) return refuse("over");
  const checked = await checkPasskey(platform, challenge, response);
  if (!checked.ok) return checked;
  if (checked.value.accountId !== own.accountId) return refuse("wrong");
  return accept({ cookie: await keepRecentProof(platform, own.token) });
}

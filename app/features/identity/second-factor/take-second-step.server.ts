import { z } from "zod";
import { accept, type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { countTries, type TooMany } from "../count-tries.server.ts";
import type { Directory } from "../directory.ts";
import { unsafeLetIn } from "../let-in.server.ts";
import type { SignedInBy } from "../signed-in-by.ts";
import { codeBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { checkCode } from "./check-code.server.ts";
import { credentialOfSecondStep, forgetSecondStep } from "./second-step-cookie.server.ts";

/** Long enough for a recovery code with whatever is typed between its letters. */
const LONGEST_CODE = 64;

export const codeInput = z.string("missing").trim().min(1, "missing").max(LONGEST_CODE, "wrong");

export const secondStepInput = z.object({ code: codeInput });

/**
 * Signs in whoever had the right password a moment ago and has the code as well. `over`: too long ago, or the password
 * was changed meanwhile.
 */
export async function takeSecondStep(
  platform: Platform & { directory: Directory },
  auth: Auth,
  visitor: Visitor,
  { code }: z.output<typeof secondStepInput>,
): Promise<{ ok: true; value: SignedInBy } | Refusal<"over" | "wrong" | "out"> | TooMany> {
  const first = await credentialOfSecondStep(platform, visitor.cookies);
  if (!first) return refuse("over");
  const { credential, origin, goes } = first;
  const { accountId, email } = credential;
  return countTries(
    platform,
    await codeBuckets(platform, visitor, email),
    async (): Promise<Outcome<SignedInBy, "wrong" | "out">> => {
      if (!(await checkCode(platform, accountId, code))) return refuse("wrong");
      const how = { bothSteps: true, origin, goes };
      const opened = await unsafeLetIn(platform, auth, visitor, credential, how);
      if (!opened.ok) return opened;
      opened.value.headers.append("Set-Cookie", await forgetSecondStep());
      return accept(opened.value);
    },
  );
}

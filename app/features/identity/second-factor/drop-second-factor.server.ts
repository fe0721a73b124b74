import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import { accept, type Problems, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import type { TooMany } from "../count-tries.server.ts";
import type { Directory } from "../directory.ts";
import { isLastBreakGlass } from "../offices/break-glass.server.ts";
import { ownCredential } from "../passwords/own-password.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { newRecoveryCodes, recoveryHash } from "./codes.server.ts";
import { proveCode } from "./prove-code.server.ts";
import { deleteFactor, replaceRecovery } from "./second-factor-store.server.ts";
import { codeInput } from "./take-second-step.server.ts";

export const changeFactorInput = z.object({ code: codeInput });

type Refused = Problems | Refusal<"unknown"> | TooMany;

/**
 * Takes the second factor away, by one of its codes, and has the owner told. `last-break-glass`: by it the last owner
 * gets into an organisation should its provider fail.
 */
export async function dropSecondFactor(
  platform: Platform & { directory: Directory },
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { code }: z.output<typeof changeFactorInput>,
): Promise<{ ok: true } | Refused | Refusal<"last-break-glass">> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const proved = await proveCode(platform, visitor, own, code);
  if (!proved.ok) return proved;
  const { accountId } = own;
  return asAccount(platform, accountId, async (tx) => {
    if (await isLastBreakGlass(platform, tx, accountId)) return refuse("last-break-glass");
    await drop(platform, tx, accountId);
    return proved;
  });
}

/** Makes new recovery codes, by a code; those from before are good for nothing then. */
export async function renewRecoveryCodes(
  platform: Platform,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { code }: z.output<typeof changeFactorInput>,
): Promise<{ ok: true; value: string[] } | Refused> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const proved = await proveCode(platform, visitor, own, code);
  if (!proved.ok) return proved;
  const codes = newRecoveryCodes();
  const hashes = codes.map((each) => recoveryHash(platform.secret, each));
  const { accountId } = own;
  await asAccount(platform, accountId, (tx) => replaceRecovery(tx, accountId, hashes));
  return accept(codes);
}

/** Takes the second factor away from an account whoever asks; false when it has none. For operators. */
export function unsafeDropFactor(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  accountId: string,
): Promise<boolean> {
  return asAccount(platform, accountId, (tx) => drop(platform, tx, accountId));
}

async function drop(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  accountId: string,
): Promise<boolean> {
  const dropped = await deleteFactor(tx, accountId);
  if (dropped) await tellOfAccount(platform, tx, accountId, "factor-off");
  return dropped;
}

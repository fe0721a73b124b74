import { asAccount } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { recoveryHash, stepOfCode } from "./codes.server.ts";
import { unseal } from "./seal.server.ts";
import { factorOf, spendRecovery, spendStep } from "./second-factor-store.server.ts";

type Parts = Pick<Platform, "database" | "secret" | "clock" | "jobs">;

/**
 * Whether a code is good for an account now: one from its app, or a recovery code. It is used up by that. Counts
 * nothing: that is for whoever calls it.
 */
export async function checkCode(parts: Parts, accountId: string, code: string): Promise<boolean> {
  const factor = await factorOf(parts.database, accountId);
  const secret = factor && unseal(parts.secret, { accountId, use: "secret" }, factor.sealedSecret);
  if (!secret) return false;
  const step = stepOfCode(secret, code, parts.clock.now());
  if (step !== null) return spendStep(parts.database, accountId, step);
  return asAccount(parts, accountId, async (tx) => {
    const used = await spendRecovery(tx, accountId, recoveryHash(parts.secret, code));
    if (used) await tellOfAccount(parts, tx, accountId, "recovered");
    return used;
  });
}

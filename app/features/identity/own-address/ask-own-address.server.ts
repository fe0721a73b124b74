import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { asAccount, enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { countTries, type TooMany } from "../count-tries.server.ts";
import { sameAddress } from "../domain/address-change.ts";
import { waitFor } from "../domain/address-wait.ts";
import { LONGEST_EMAIL } from "../domain/fields.ts";
import { deleteWish } from "../other-ways-store.server.ts";
import { ownCredential } from "../passwords/own-password.server.ts";
import { membershipsOf, organisationStanding } from "../reads.server.ts";
import { hasRecentProof } from "../recent/recent-proof.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { newAddressBuckets } from "../try-buckets.server.ts";
import { putWish } from "./wish-store.server.ts";

export const askOwnAddressInput = z.object({
  email: z.string("missing").trim().max(LONGEST_EMAIL, "missing").pipe(z.email("missing")),
});

/**
 * Whoever is signed in, and showed lately who they are, wishes to sign in with another address. It changes nothing yet:
 * the old address is told at once and can stop it, the new one is asked. Whether somebody else has the new one is told
 * by nothing: it is not even looked at here. `stale`: they did not show who they are.
 */
export async function askOwnAddress(
  platform: Platform,
  auth: Auth,
  headers: Headers,
  { email }: z.output<typeof askOwnAddressInput>,
): Promise<{ ok: true } | Problems | Refusal<"unknown" | "stale"> | TooMany> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const cookies = headers.get("cookie");
  if (!(await hasRecentProof(platform, cookies, own.token, { own: true }))) return refuse("stale");
  if (sameAddress(own.email, email)) return refuseInput({ field: "email", code: "same" });
  const { accountId } = own;
  const counted = await countTries(
    platform,
    newAddressBuckets(platform, accountId),
    async (): Promise<Outcome<void, "asked">> => {
      await asAccount(platform, accountId, async (tx) => {
        await putWish(tx, {
          ...{ id: newId(), accountId, oldAddress: own.email, newAddress: email.toLowerCase() },
          askedOn: platform.clock.now().toISOString().slice(0, 10),
          waitDays: await longestWait(platform, tx, accountId),
          ...{ state: "waiting", reached: false },
        });
        await platform.jobs.enqueue(tx, "account-letter", [
          { accountId, about: "address-confirm" },
        ]);
        await tellOfAccount(platform, tx, accountId, "address-asked");
      });
      // Each try counts: what is sent is somebody's post.
      return refuse("asked");
    },
  );
  return !counted.ok && counted.reason === "too-many" ? counted : { ok: true };
}

/** Takes back what whoever is signed in wished, or somebody in their name. Nothing more is asked of them for that. */
export async function stopOwnAddress(
  platform: Platform,
  auth: Auth,
  headers: Headers,
): Promise<Outcome<void, "unknown">> {
  const own = await ownCredential(platform, auth, headers);
  if (!own) return refuse("unknown");
  const { accountId } = own;
  await asAccount(platform, accountId, async (tx) => {
    if (await deleteWish(tx, accountId))
      await tellOfAccount(platform, tx, accountId, "address-stopped");
  });
  return { ok: true };
}

/** As long as the most careful of their organisations has changed addresses wait. */
async function longestWait(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  accountId: string,
): Promise<number> {
  let longest = 1;
  for (const membership of await membershipsOf(tx, accountId)) {
    await enterOrganisation(tx, membership);
    const { addressWait } = await organisationStanding(tx, membership);
    longest = Math.max(longest, waitFor(addressWait, clock.now()));
  }
  return longest;
}

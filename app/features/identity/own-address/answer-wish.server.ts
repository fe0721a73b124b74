import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { veiled } from "../domain/address-change.ts";
import { deleteWish } from "../other-ways-store.server.ts";
import { endSessionsBut } from "../passwords/credential-store.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { finishWish } from "./finish-wish.server.ts";
import { isReady, type Wish, wishDue } from "./wish.ts";
import { readWishLink, type WishClaims } from "./wish-link.server.ts";
import { lockWish, putWish, wishById } from "./wish-store.server.ts";

export const wishAnswerInput = z.object({ answer: z.enum(["mine", "not-mine"]) });

type Parts = Pick<Platform, "database" | "clock" | "jobs" | "secret">;

/** A wish as whoever reads one of its two addresses is shown it: of the other one no more than they recognise. */
export type WishView = {
  side: WishClaims["side"];
  to: string;
  /** A calendar date in UTC, from which on it is done unless it is stopped. */
  due: string;
  /** They have said that it is right; done: the account has the new address. */
  said: "nothing" | "right" | "done";
};

/** What the page of a letter shows; null when the link is not ours, or its wish was stopped or followed by another. */
export async function readWish(parts: Parts, token: string): Promise<WishView | null> {
  const claims = readWishLink(parts.secret, token);
  const wish = claims && (await wishById(parts.database, claims.wish));
  if (!claims || !wish) return null;
  const { side } = claims;
  const right = side === "new" ? wish.reached : wish.state === "confirmed";
  return {
    side,
    to: side === "new" ? wish.newAddress : veiled(wish.newAddress),
    due: wishDue(wish).toISOString().slice(0, 10),
    said: wish.state === "done" ? "done" : right ? "right" : "nothing",
  };
}

/**
 * What whoever reads one of the addresses says of it. The new one says that it is theirs, which it must be. The old one
 * may agree, and nobody waits any longer; or say that it was not them: then it is over, and whoever is signed in is
 * out everywhere, as somebody has the password.
 */
export async function answerWish(
  parts: Parts,
  token: string,
  { answer }: z.output<typeof wishAnswerInput>,
): Promise<Outcome<"right" | "done" | "stopped", "unknown">> {
  const claims = readWishLink(parts.secret, token);
  const known = claims && (await wishById(parts.database, claims.wish));
  if (!claims || !known) return refuse("unknown");
  return asAccount(parts, known.accountId, async (tx) => {
    const wish = await lockWish(tx, claims.wish);
    if (!wish || wish.state === "done") return refuse("unknown");
    if (answer === "not-mine") return accept(await stop(parts, tx, wish, claims.side));
    const said: Wish =
      claims.side === "new" ? { ...wish, reached: true } : { ...wish, state: "confirmed" };
    await putWish(tx, said);
    if (!isReady(said, parts.clock.now())) return accept<"right">("right");
    return accept((await finishWish(parts, tx, said)) ? "done" : "stopped");
  });
}

async function stop(
  parts: Parts,
  tx: Tx,
  { accountId }: Wish,
  side: WishClaims["side"],
): Promise<"stopped"> {
  await deleteWish(tx, accountId);
  // Whoever typed a wrong address has not lost their password.
  if (side === "new") return "stopped";
  await endSessionsBut(tx, accountId, null);
  await tellOfAccount(parts, tx, accountId, "address-stopped");
  return "stopped";
}

import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AccountLetterFor, accountLetterFor } from "../account-letter-for.server.ts";
import type { Directory } from "../directory.ts";
import { veiled } from "../domain/address-change.ts";
import { deleteWish } from "../other-ways-store.server.ts";
import { accountWithAddress } from "../passwords/credential-reads.server.ts";
import { wishDue } from "./wish.ts";
import { wishLink } from "./wish-link.server.ts";
import { wishOf } from "./wish-store.server.ts";

/** A letter about another address of an account, and to which of its addresses. */
export type WishLetter = Omit<AccountLetterFor, "to"> & {
  to: (AccountLetterFor["to"] & { isNew: boolean })[];
  /** Of the new address as much as its owner recognises, and the day from which on it is the account's. */
  address: string;
  due: string;
  /** What its link is made from; null where it leads to where one signs in. */
  way: { wish: string; side: "old" | "new" } | null;
};

export type WishNews = "address-asked" | "address-confirm" | "address-moved";

/** What such a letter needs; null where there is none to be written, such as to an address that has an account. */
export async function wishLetterFor(
  platform: Platform & { directory: Directory },
  accountId: string,
  about: WishNews,
): Promise<WishLetter | null> {
  const wish = await wishOf(platform.database, accountId);
  const letter = wish && (await accountLetterFor(platform, accountId));
  if (!wish || !letter || (wish.state === "done") !== (about === "address-moved")) return null;
  const { name } = letter.to;
  const old = { name, address: wish.oldAddress, isNew: false };
  const next = { name, address: wish.newAddress, isNew: true };
  const all = {
    ...letter,
    address: veiled(wish.newAddress),
    due: wishDue(wish).toISOString().slice(0, 10),
  };
  if (about === "address-moved") return { ...all, to: [old, next], way: null };
  if (about === "address-asked") return { ...all, to: [old], way: { wish: wish.id, side: "old" } };
  const isTaken = (await accountWithAddress(platform.database, wish.newAddress)) !== null;
  // A stranger who gets it by mistake learns no name.
  const to = [{ ...next, name: "" }];
  return isTaken ? null : { ...all, to, way: { wish: wish.id, side: "new" } };
}

/** The link of a waiting letter; null once its wish is over or was followed by another. */
export async function wishLinkOf(
  platform: Pick<Platform, "secret" | "publicUrl">,
  tx: Tx,
  accountId: string,
  way: { wish: string; side: "old" | "new" },
): Promise<string | null> {
  const wish = await wishOf(tx, accountId);
  return wish?.id === way.wish ? wishLink(platform, way) : null;
}

/** Forgets a wish that is done, once both addresses are told. */
export async function forgetDoneWish(tx: Tx, accountId: string): Promise<void> {
  if ((await wishOf(tx, accountId))?.state === "done") await deleteWish(tx, accountId);
}

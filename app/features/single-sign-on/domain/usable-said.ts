import { z } from "zod";
import { domainOf } from "./mail-domain.ts";
import type { Said } from "./provider.ts";

const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 200;
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]+/gu;

/**
 * What a provider says, as far as an account can be made of it: an address that mail can be sent to, its domain as DNS
 * writes it, and a name on one line. Anything else counts as not said. What the subject is called stays as it is.
 */
export function usableSaid(said: Said): Said {
  const name = (said.name ?? "").toWellFormed().replace(UNSEEN, " ").trim().normalize("NFC");
  const isName = name !== "" && name.length <= LONGEST_NAME;
  const managedBy = said.managedBy === null ? null : domainOf(`@@${said.managedBy}`);
  return { ...said, address: addressIn(said.address), name: isName ? name : null, managedBy };
}

function addressIn(text: string | null): string | null {
  const typed = text?.trim() ?? "";
  const domain = domainOf(typed);
  if (domain === null) return null;
  const address = `${typed.slice(0, typed.lastIndexOf("@"))}@${domain}`;
  const isAddress = address.length <= LONGEST_ADDRESS && z.email().safeParse(address).success;
  return isAddress ? address : null;
}

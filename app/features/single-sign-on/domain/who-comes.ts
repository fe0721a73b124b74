/** What is known when somebody comes back from their organisation's identity provider. */
export type Coming = {
  /** Whose account the provider's subject is, if they came before. */
  linked: string | null;
  /** What the provider says of them. */
  address: { text: string; isVerified: boolean | null; inOwnDomain: boolean } | null;
  /** The account that is signed in to with that address, of this organisation or not. */
  account: { id: string; isMember: boolean; personId: string | null } | null;
  /** Who has that address in the directory, and by which account they are in. */
  person: { id: string; active: boolean; external: boolean; accountId: string | null } | null;
  /** Their address in the directory was changed a short while ago, and nobody joins by it yet. */
  isHeld: boolean;
  /** Two of the directory have it, with the domain written in two ways. */
  isDoubled: boolean;
  /** The account that this browser is signed in to, or proved a moment ago, by something of its own. */
  signedInTo: string | null;
  /** Whether somebody whom the directory does not know may join. */
  joins: "known" | "anybody";
  /** Accounts that another subject of the provider stands for. */
  isTaken(accountId: string): boolean;
};

/** Why somebody is not let in, in a word. */
export type NotLetIn =
  | "no-address"
  | "unverified"
  | "foreign"
  | "left"
  | "held"
  | "unknown"
  | "taken"
  | "other-subject"
  | "sign-in-first";

export type Settled =
  | { do: "enter"; accountId: string }
  | { do: "link"; accountId: string }
  | { do: "join"; personId: string | "new"; accountId: string | "new" }
  | { do: "refuse"; reason: NotLetIn };

const refuse = (reason: NotLetIn): Settled => ({ do: "refuse", reason });

/**
 * Whose account somebody enters by a provider. Who came before is known by the provider's subject, whatever address
 * they have by now. Who comes for the first time is known by an address in the organisation's own domain; and an
 * account that is there already is theirs only if that is its address and it is of this organisation, or if this
 * browser is signed in to it: its organisation speaks for nobody's account elsewhere.
 */
export function whoComes(coming: Coming): Settled {
  const { linked, address } = coming;
  if (linked !== null) return { do: "enter", accountId: linked };
  if (address === null) return refuse("no-address");
  if (!address.inOwnDomain) return refuse("foreign");
  if (address.isVerified === false) return refuse("unverified");
  if (coming.isDoubled) return refuse("taken");
  const settled = byAddress(coming);
  const { account } = coming;
  const known = settled.do === "refuse" || settled.accountId === "new" ? null : settled.accountId;
  if (known !== null && coming.isTaken(known)) return refuse("other-subject");
  // Somebody else's address, whom the provider knows by another subject.
  if (account && settled.do === "refuse" && coming.isTaken(account.id))
    return refuse("other-subject");
  return settled;
}

function byAddress({ account, person, signedInTo, joins, isHeld }: Coming): Settled {
  const mine = (accountId: string) => accountId === signedInTo;
  if (person && !person.external) {
    if (!person.active) return refuse("left");
    if (person.accountId !== null) {
      const isTheirs = person.accountId === account?.id || mine(person.accountId);
      return isTheirs ? { do: "link", accountId: person.accountId } : refuse("sign-in-first");
    }
    return isHeld ? refuse("held") : joining(person.id, { account, signedInTo });
  }
  if (account?.isMember) return { do: "link", accountId: account.id };
  if (joins === "known" || person) return refuse("unknown");
  return joining("new", { account, signedInTo });
}

/** Somebody without an account here, of the directory or new to it. */
function joining(
  personId: string,
  { account, signedInTo }: Pick<Coming, "account" | "signedInTo">,
): Settled {
  if (!account) return { do: "join", personId, accountId: "new" };
  // A member who is nobody of the directory, such as whoever set the organisation up, stays who they are.
  if (account.isMember)
    return account.personId === null ? { do: "link", accountId: account.id } : refuse("taken");
  return account.id === signedInTo
    ? { do: "join", personId, accountId: account.id }
    : refuse("sign-in-first");
}

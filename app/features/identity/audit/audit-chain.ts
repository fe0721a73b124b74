/** A record as it is sealed: its id, and all that it says as one text. */
export type SealedText = { id: string; said: string };

export type Seal = { number: number; records: number; digest: string; keyMark: string };

/** What a seal is made of: the seal before, its own number, and every record in the order of their ids. */
export function textToSeal(
  previous: string,
  number: number,
  records: readonly SealedText[],
): string {
  const said = records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.stringify([previous, number, ...said.map(({ said }) => said)]);
}

/** What is wrong with a chain. `seal`: the first that does not hold; everything from there on is open to doubt. */
export type Break = {
  seal: number;
  /** A seal is missing; records of it are; it was made with another secret; or something in it was changed. */
  why: "seal-missing" | "records-missing" | "other-secret" | "changed";
};

/**
 * What was found when the chain was last followed, and on which date in UTC. How much it held is not among it: that
 * moves when somebody declines, and whoever looks often would know when.
 */
export type AuditCheck = { checkedOn: string; broken: Break | null };

export type Found = {
  seal: Seal;
  /** Those of its records that are there. */
  records: readonly SealedText[];
};

/** How far somebody went along a chain: the number and the digest of the last seal that holds. */
export type Reached = { number: number; head: string };

/** Before the first seal. */
export const CHAIN_BEGINS: Reached = { number: 0, head: "" };

/**
 * Goes along a chain from somewhere, seal by seal in the order of their numbers. `digestOf` is the server's own.
 * @returns how far it holds, and why no further; null where it holds to the end of what was found.
 */
export function followChain(
  found: readonly Found[],
  own: { keyMark: string; digestOf(text: string): string },
  from: Reached = CHAIN_BEGINS,
): { reached: Reached; broken: Break | null } {
  let reached = from;
  for (const { seal, records } of found) {
    const number = reached.number + 1;
    const why = whyBroken(reached.head, number, { seal, records }, own);
    if (why) return { reached, broken: { seal: number, why } };
    reached = { number, head: seal.digest };
  }
  return { reached, broken: null };
}

function whyBroken(
  head: string,
  number: number,
  { seal, records }: Found,
  own: { keyMark: string; digestOf(text: string): string },
): Break["why"] | null {
  if (seal.number !== number) return "seal-missing";
  if (seal.keyMark !== own.keyMark) return "other-secret";
  if (records.length !== seal.records) return "records-missing";
  return own.digestOf(textToSeal(head, number, records)) === seal.digest ? null : "changed";
}

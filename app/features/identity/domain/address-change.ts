import { z } from "zod";

const DAY_MS = 86_400_000;

/** What its owner says of a change: that it was them, or not. */
export const changeAnswerInput = z.object({ answer: z.enum(["mine", "not-mine"]) });

/** What has become of a changed address. `replaced`: by another change; `returned`: it is again what it was. */
export type ChangeState = "waiting" | "refused" | "confirmed" | "passed" | "returned" | "replaced";

export type AddressChange = {
  /** The address known to be theirs: the last one whose wait was over. Null where there was none. */
  oldAddress: string | null;
  /** Null: it was taken out. */
  newAddress: string | null;
  changedAt: Date;
  waitDays: number;
  state: ChangeState;
};

/** What a changed address keeps shut. */
export type Hold = {
  /** When the address was changed: accounts opened from then on stay out. */
  since: Date;
  /**
   * Until when, unless somebody confirms it; null where its owner said it was not them: then time alone opens nothing.
   */
  until: Date | null;
};

/** When a change's wait is over. */
export function waitOver({ changedAt, waitDays }: Pick<AddressChange, "changedAt" | "waitDays">) {
  return new Date(changedAt.getTime() + waitDays * DAY_MS);
}

/** The state at a moment: who waits has waited long enough by then, whether or not anyone has written it down. */
export function stateAt(
  change: Pick<AddressChange, "state" | "changedAt" | "waitDays">,
  now: Date,
): ChangeState {
  return change.state === "waiting" && waitOver(change) <= now ? "passed" : change.state;
}

/**
 * Whether a changed address keeps its person's ways in shut: the one decision behind every letter with a link, every
 * personal link, opening an account, appointing, and accounts opened since. Null: it does not.
 */
export function holdOf(
  change: Pick<AddressChange, "state" | "changedAt" | "waitDays">,
  now: Date,
): Hold | null {
  const state = stateAt(change, now);
  if (state !== "waiting" && state !== "refused") return null;
  return { since: change.changedAt, until: state === "refused" ? null : waitOver(change) };
}

/**
 * The same address but for letter case and spaces around it. Only the letters of ASCII have a case here: others may be
 * another mailbox.
 */
export function sameAddress(one: string | null, other: string | null): boolean {
  return addressKey(one) === addressKey(other);
}

function addressKey(address: string | null): string | null {
  return address?.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase()) ?? null;
}

/** What is known of a person before their address changes. */
export type Before = {
  /** In the directory now. */
  address: string | null;
  /** The last change that is known; null: none ever. */
  last: AddressChange | null;
  /** What their account, if any, is signed in to with. */
  accountAddress: string | null;
};

export type ChangeDecision =
  /** Nothing can be taken over: it is the same, or the first there ever was. */
  | { kind: "none" }
  /** Back to the address known to be theirs: what was held is open again. */
  | { kind: "returned" }
  /** Somebody else could be behind it. */
  | { kind: "held"; oldAddress: string | null; state: "waiting" | "refused" };

/**
 * What another address means. What counts as the old one is the last that was known to be theirs: not one whose own
 * wait is not over, and not nothing because it was taken out in between. What its owner refused stays refused under a
 * further address.
 */
export function decideChange(
  { address, last, accountAddress }: Before,
  to: string | null,
  now: Date,
): ChangeDecision {
  if (sameAddress(address, to)) return { kind: "none" };
  const open = last !== null && holdOf(last, now) !== null;
  const known = open
    ? last.oldAddress
    : (address ?? (last?.newAddress === null ? last.oldAddress : null) ?? accountAddress);
  if (known === null && !open) return { kind: "none" };
  if (known !== null && sameAddress(known, to)) return { kind: "returned" };
  const state = open && last.state === "refused" ? "refused" : "waiting";
  return { kind: "held", oldAddress: known, state };
}

/** An address of which only its owner recognises more than the place it is at: "a…@example.org". */
export function veiled(address: string): string {
  const at = address.lastIndexOf("@");
  const [first = ""] = address;
  return at < 1 ? "…" : `${first}…${address.slice(at)}`;
}

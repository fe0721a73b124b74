import {
  type AnswerRules,
  type Disclosed,
  FigureLedger,
  type LedgerFigure,
} from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import { latest } from "~/platform/memory/latest.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import { digestOf } from "./ledger-codec.server.ts";
import { appendEntries, entriesOf, ledgerKey, lockLedger } from "./ledger-store.server.ts";

type Remembered = { head: Buffer; ledger: FigureLedger };

/** Ledgers remembered as they were left; one over 100,000 answers takes some 25 MB. */
const REMEMBERED = 8;
const remembered = latest<Remembered | null>(REMEMBERED);

export type LedgerQuestion = {
  figure: string;
  /** Ids of everyone who may be behind the figure, in the order in which it was decided what stands. */
  contributors: readonly string[];
  /** What each of them gave, by the same order; NaN where they gave nothing. */
  values: ArrayLike<number>;
  /** Where these are answers, which may be alike. */
  rules?: AnswerRules;
  /** Whose figure is asked for. */
  members: readonly string[];
};

/**
 * A figure over some contributors, as far as everything that was told of it before allows: to this viewer or another,
 * on a page, in a letter, an export or a report. Decided one at a time, until the transaction ends. null where nothing
 * stands of the figure: then nothing else is told of it either. Whoever calls decides who may ask at all.
 *
 * Throws a RangeError for contributors who are not those the figure was decided over, and for members who are none or
 * gave nothing.
 */
export async function askLedger(
  tx: Tx,
  round: RoundKey,
  { figure, contributors, values, rules, members }: LedgerQuestion,
): Promise<Disclosed<LedgerFigure> | null> {
  const key = ledgerKey(round, figure);
  const locked = await lockLedger(tx, key);
  if (!locked) return null;
  if (!locked.contributors.equals(digestOf(contributors)))
    throw new RangeError(`The contributors of "${figure}" are not those it was decided over.`);
  const numbers = numbersOf(contributors, members);
  const name = `${key.organisationId} ${key.roundId} ${figure}`;
  const known = remembered.get(name);
  const { head, ...settings } = locked;
  const ledger = known?.head.equals(head)
    ? known.ledger
    : FigureLedger.open({ ...settings, entries: await entriesOf(tx, key) });
  // From here on it is not as it is stored, until all is stored.
  remembered.set(name, null);
  const from = ledger.entries.length;
  const answer = ledger.ask(numbers, { values, ...(rules && { rules }) });
  const added = ledger.entries.slice(from);
  const next = await appendEntries(tx, key, { head, from, people: contributors.length }, added);
  // Should the transaction fail, the stored head is another, and what is remembered is of no use.
  remembered.set(name, { head: next, ledger });
  return answer;
}

function numbersOf(contributors: readonly string[], members: readonly string[]): number[] {
  const numberOf = new Map(contributors.map((id, at) => [id, at]));
  return members.map((id) => {
    const at = numberOf.get(id);
    if (at === undefined) throw new RangeError("A member is no contributor.");
    return at;
  });
}

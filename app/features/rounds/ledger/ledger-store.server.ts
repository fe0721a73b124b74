import type { LedgerBook, LedgerEntry } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import {
  digestOf,
  headAfter,
  packMembers,
  packParts,
  unpackMembers,
  unpackParts,
} from "./ledger-codec.server.ts";

const ROWS_PER_STATEMENT = 500;

export type LedgerKey = { organisationId: string; roundId: string; figure: string };

export const ledgerKey = ({ organisationId, id }: RoundKey, figure: string): LedgerKey => ({
  organisationId,
  roundId: id,
  figure,
});

/** Writes down what stands of a figure. Throws where that was decided before. */
export async function insertLedger(
  tx: Tx,
  key: LedgerKey,
  contributors: readonly string[],
  { minimum, precision, parts, entries }: LedgerBook,
): Promise<void> {
  const head = digestOf(contributors);
  await tx
    .insertInto("disclosureLedger")
    .values({
      ...key,
      contributors: head,
      minimum,
      decimals: precision,
      parts: packParts(parts),
      head,
    })
    .execute();
  await appendEntries(tx, key, { head, from: 0, people: contributors.length }, entries);
}

export type LockedLedger = Omit<LedgerBook, "entries"> & { contributors: Buffer; head: Buffer };

/** A figure's ledger, which nobody else may ask until the transaction ends; null where nothing stands of the figure. */
export async function lockLedger(tx: Tx, key: LedgerKey): Promise<LockedLedger | null> {
  const row = await tx
    .selectFrom("disclosureLedger")
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.roundId)
    .where("figure", "=", key.figure)
    .select(["contributors", "minimum", "decimals", "parts", "head"])
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { contributors, head, minimum, decimals, parts } = row;
  return { contributors, head, minimum, precision: decimals, parts: unpackParts(parts) };
}

/** Everything that was written in a ledger, in order. */
export async function entriesOf(tx: Tx, key: LedgerKey): Promise<LedgerEntry[]> {
  const entries = await tx
    .selectFrom("disclosureEntry")
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.roundId)
    .where("figure", "=", key.figure)
    .select(["kind", "members", "total"])
    .orderBy("position")
    .execute();
  return entries.map(({ kind, members, total }): LedgerEntry => {
    const own = unpackMembers(members);
    if (kind === "withheld") return { kind, members: own };
    return { kind: "told", members: own, sum: total };
  });
}

/** Adds what was decided since. @returns the head of the ledger with it. */
export async function appendEntries(
  tx: Tx,
  key: LedgerKey,
  at: { head: Buffer; from: number; people: number },
  entries: readonly LedgerEntry[],
): Promise<Buffer> {
  let { head } = at;
  if (entries.length === 0) return head;
  const rows = entries.map((entry, index) => {
    const members = packMembers(entry, at.people);
    head = headAfter(head, entry.kind, members);
    return {
      ...key,
      position: at.from + index,
      kind: entry.kind,
      members,
      total: entry.kind === "told" ? entry.sum : null,
    };
  });
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto("disclosureEntry")
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .execute();
  await tx
    .updateTable("disclosureLedger")
    .set({ head })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.roundId)
    .where("figure", "=", key.figure)
    .execute();
  return head;
}

import type { Database, Tx } from "./database.server.ts";
import { enterOrganisation, type OrganisationScope } from "./in-organisation.server.ts";

/** What was read in each look, by what it is of. */
const looks = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/**
 * Runs `work` in one transaction that sees the given organisation and no other, and changes nothing: PostgreSQL refuses
 * it. So what many parts of a page ask for alike is read once (`onceInLook`).
 */
export function inOneLook<Result>(
  { database }: { database: Database },
  scope: OrganisationScope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database
    .transaction()
    .setAccessMode("read only")
    .execute(async (tx) => {
      await enterOrganisation(tx, scope);
      looks.set(tx, new Map());
      return work(tx);
    });
}

/** Reads, or gives what was read of the same in this look; where a transaction may write, it is read anew each time. */
export function onceInLook<Value>(tx: Tx, of: string, read: () => Promise<Value>): Promise<Value> {
  const known = looks.get(tx);
  if (!known) return read();
  const value = known.has(of) ? (known.get(of) as Promise<Value>) : read();
  known.set(of, value);
  return value;
}

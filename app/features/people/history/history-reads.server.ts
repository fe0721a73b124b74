import { z } from "zod";
import { accountNames } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { nameablePeople } from "../directory/person-lookup-reads.server.ts";
import { HISTORY_FIELDS, type HistoryField, type PersonChange } from "../domain/by-hand/history.ts";
import { displayName } from "../domain/display-name.ts";
import { mayChangePeople } from "../policy.ts";
import { organisationZone } from "../zone-reads.server.ts";

const changes = z.array(
  z.object({
    field: z.enum(HISTORY_FIELDS),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
);

/** What was changed of a person at once. */
export type HistoryItem = {
  id: string;
  /** A calendar date where the organisation is. */
  on: string;
  /** By name; null: the clock, or whoever runs the server. */
  by: string | null;
  way: "hand" | "import" | "command" | "provisioning" | "clock";
  /** Managers by name; null where there is none, or nobody by that id any more. */
  changes: PersonChange[];
};

const PAGE = 50;
const WAYS = ["hand", "import", "command", "provisioning", "clock"] as const;

/** A person's history, the newest first, one page of it, and how many entries there are. HR only: null for others. */
export async function readHistory(
  tx: Tx,
  actor: Actor,
  personId: string,
  page: number,
): Promise<{ items: HistoryItem[]; pages: number } | null> {
  if (!mayChangePeople(actor)) return null;
  const own = tx
    .selectFrom("personChange")
    .where("organisationId", "=", actor.organisationId)
    .where("personId", "=", personId);
  const { total } = await own
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await own
    .select(["id", "at", "accountId", "way", "changes"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  const zone = await organisationZone(tx, actor);
  const entries = rows.map((row) => ({ ...row, changes: changes.parse(row.changes) }));
  const accounts = await accountNames(
    tx,
    entries.flatMap(({ accountId }) => accountId ?? []),
  );
  const names = await managerNames(tx, actor, entries);
  const items = entries.map(({ id, at, accountId, way, changes: own }) => ({
    ...{ id, on: dateIn(zone, at), by: (accountId && accounts.get(accountId)) || null },
    way: wayOf(way),
    changes: own.map((change) => named(change, names)),
  }));
  return { items, pages: Math.ceil(Number(total) / PAGE) };
}

/** Which fields of someone were changed after a revision. */
export async function fieldsChangedSince(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
  revision: number,
): Promise<Set<HistoryField>> {
  const rows = await tx
    .selectFrom("personChange")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", personId)
    .where("revision", ">", revision)
    .select("changes")
    .execute();
  return new Set(rows.flatMap((row) => changes.parse(row.changes).map(({ field }) => field)));
}

async function managerNames(
  tx: Tx,
  scope: OrganisationScope,
  entries: readonly { changes: PersonChange[] }[],
): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ changes: own }) =>
    own.flatMap(({ field, from, to }) =>
      field === "manager" ? [from ?? [], to ?? []].flat() : [],
    ),
  );
  const people = await nameablePeople(tx, scope, [...new Set(ids)]);
  return new Map([...people].map(([id, person]) => [id, displayName(person)]));
}

function named(change: PersonChange, names: ReadonlyMap<string, string>): PersonChange {
  if (change.field !== "manager") return change;
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return { ...change, from: name(change.from), to: name(change.to) };
}

function wayOf(stored: string): HistoryItem["way"] {
  const known = WAYS.find((way) => way === stored);
  if (!known) throw new Error("unknown way of a change");
  return known;
}

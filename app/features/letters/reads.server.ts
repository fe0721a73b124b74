import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { LetterWays } from "~/platform/feature/letter-ways.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letterWay } from "./domain/letter-way.ts";
import type { OutboxPart, OutboxWanted } from "./domain/outbox.ts";
import { pictured } from "./dress-letter.server.ts";
import { accountLetters } from "./kinds.ts";
import { withLink } from "./with-link.server.ts";

export type OutboxEntry = {
  id: string;
  kind: string;
  toName: string;
  /** Null for a letter about an account: what somebody signs in with is their own business. */
  toAddress: string | null;
  subject: string;
  state: string;
  lastError: string | null;
  /** While it is queued after a try that failed. */
  nextTryAt: Date | null;
  createdAt: Date;
  /** Its text can be read: see `keptMessage`. */
  readable: boolean;
  hasText: boolean;
};

/** What is in each part. What was taken back, as what it was about is over, nobody misses. */
const IN_PART: Readonly<Record<OutboxPart, RawBuilder<SqlBool>>> = {
  all: sql<SqlBool>`true`,
  waiting: sql<SqlBool>`state IN ('queued', 'sending')`,
  undelivered: sql<SqlBool>`(state = 'bounced' OR (state = 'failed'
    AND coalesce(last_error, '') NOT IN ('too-late', 'withdrawn')))`,
};

const ROWS = 50;

const ABOUT_ACCOUNTS = Object.values(accountLetters).map(({ name }) => name);

/**
 * A letter opens its recipient's own page, so nobody else may read one; but for the demonstration, whose people nobody
 * is.
 */
function mayBeRead({ mailer }: Pick<Platform, "mailer">): boolean {
  return mailer.kind === "outbox";
}

/**
 * A page of messages, the latest first, of all or those to a name or address that contains `search`, and how many of
 * them each part holds; without those that are their reader's alone. Administrators only.
 */
export async function outbox(
  platform: Pick<Platform, "mailer">,
  tx: Tx,
  actor: Actor,
  { search, part, page }: OutboxWanted,
): Promise<{ entries: OutboxEntry[]; page: number; pages: number; counts: Counts }> {
  const nothing = { all: 0, waiting: 0, undelivered: 0 };
  if (!mayAdminister(actor)) return { entries: [], page: 1, pages: 1, counts: nothing };
  const words = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const matching = tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .$if(!mayBeRead(platform), (query) => query.where("isPrivate", "=", false))
    .where((eb) =>
      eb.or([
        eb("toName", "ilike", words),
        eb.and([eb("toAddress", "ilike", words), eb("kind", "not in", ABOUT_ACCOUNTS)]),
      ]),
    );
  const counted = await matching
    .select((eb) => [
      eb.fn.countAll<number>().as("all"),
      eb.fn.countAll<number>().filterWhere(IN_PART.waiting).as("waiting"),
      eb.fn.countAll<number>().filterWhere(IN_PART.undelivered).as("undelivered"),
    ])
    .executeTakeFirstOrThrow();
  const counts = {
    all: Number(counted.all),
    waiting: Number(counted.waiting),
    undelivered: Number(counted.undelivered),
  };
  const pages = Math.max(1, Math.ceil(counts[part] / ROWS));
  const shown = Number.isInteger(page) ? Math.min(Math.max(page, 1), pages) : 1;
  const entries = await matching
    .where(IN_PART[part])
    .select(["id", "kind", "toName", "toAddress", "subject", "state", "lastError"])
    .select(["nextTryAt", "createdAt"])
    .select(sql<boolean>`html IS NOT NULL`.as("hasText"))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(ROWS)
    .offset((shown - 1) * ROWS)
    .execute();
  return {
    ...{ page: shown, pages, counts },
    entries: entries.map((entry) => ({
      ...entry,
      toAddress: ABOUT_ACCOUNTS.includes(entry.kind) ? null : entry.toAddress,
      readable: mayBeRead(platform) && entry.state === "kept" && entry.hasText,
    })),
  };
}

type Counts = Readonly<Record<OutboxPart, number>>;

const LATEST = 5;

/** The latest letters to an address. Administrators only. */
export async function latestLetters(
  tx: Tx,
  actor: Actor,
  address: string,
): Promise<Pick<OutboxEntry, "subject" | "state" | "createdAt">[]> {
  if (!mayAdminister(actor)) return [];
  return tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where("toAddress", "=", address)
    .where("isPrivate", "=", false)
    .select(["subject", "state", "createdAt"])
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(LATEST)
    .execute();
}

/**
 * One message that is kept to be read, its link made for whoever reads it now; null for everyone but administrators,
 * and for everyone outside the demonstration.
 */
export async function keptMessage(
  platform: Pick<Platform, "mailer" | "clock" | "secret" | "publicUrl">,
  tx: Tx,
  actor: Actor,
  id: string,
  ways: LetterWays = {},
): Promise<{ subject: string; html: string; toName: string; toAddress: string } | null> {
  if (!mayBeRead(platform) || !mayAdminister(actor) || !isId(id)) return null;
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", id)
    .where("state", "=", "kept")
    .select(["subject", "html", "way", "toName", "toAddress"])
    .executeTakeFirst();
  if (!row?.html) return null;
  const { subject, html, toName, toAddress } = row;
  const way = row.way === null ? null : letterWay.parse(row.way);
  const letter = { toName, toAddress, html, plain: "", way };
  const text = await withLink(platform, tx, actor, letter, ways);
  // Who may be sent no link any more: the mark in its place leads nowhere.
  return { subject, toName, toAddress, html: text ? pictured(text) : html };
}

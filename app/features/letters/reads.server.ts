import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";

export type OutboxEntry = {
  id: string;
  kind: string;
  toName: string;
  toAddress: string;
  subject: string;
  state: string;
  lastError: string | null;
  /** While it is queued after a try that failed. */
  nextTryAt: Date | null;
  createdAt: Date;
  /** Its text can be read: see `keptMessage`. */
  readable: boolean;
};

const SHOWN = 200;

/**
 * A letter opens its recipient's own page, so nobody else may read one; but for the demonstration, whose people nobody
 * is.
 */
function mayBeRead({ mailer }: Pick<Platform, "mailer">): boolean {
  return mailer.kind === "outbox";
}

/**
 * The latest messages, all or those to a name or address that contains `search`, and how many there are. Administrators
 * only.
 */
export async function outbox(
  platform: Pick<Platform, "mailer">,
  tx: Tx,
  actor: Actor,
  search: string,
): Promise<{ entries: OutboxEntry[]; total: number }> {
  if (!mayAdminister(actor)) return { entries: [], total: 0 };
  const words = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const matching = tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where((eb) => eb.or([eb("toName", "ilike", words), eb("toAddress", "ilike", words)]));
  const entries = await matching
    .select([
      "id",
      "kind",
      "toName",
      "toAddress",
      "subject",
      "state",
      "lastError",
      "nextTryAt",
      "createdAt",
    ])
    .select((eb) => eb("html", "is not", null).as("hasText"))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return {
    entries: entries.map(({ hasText, ...entry }) => ({
      ...entry,
      readable: mayBeRead(platform) && entry.state === "kept" && Boolean(hasText),
    })),
    total: Number(total),
  };
}

/**
 * One message that is kept to be read; null for everyone but administrators, and for everyone outside the
 * demonstration.
 */
export async function keptMessage(
  platform: Pick<Platform, "mailer">,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ subject: string; html: string; toName: string; toAddress: string } | null> {
  if (!mayBeRead(platform) || !mayAdminister(actor) || !isId(id)) return null;
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", id)
    .where("state", "=", "kept")
    .select(["subject", "html", "toName", "toAddress"])
    .executeTakeFirst();
  return row?.html ? { ...row, html: row.html } : null;
}

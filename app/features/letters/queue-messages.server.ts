import { peopleByAddress } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { declinesAmong } from "./declining/declined-store.server.ts";
import type { LetterWay } from "./domain/letter-way.ts";
import { insertMessages } from "./store.server.ts";

export type NewMessage = {
  kind: string;
  /** Whether its reader may do without; as its design says. */
  mayBeDeclined?: boolean;
  /** Whether no list shows that it was sent; as its design says. */
  isPrivate?: boolean;
  /** What it is about, such as a cycle: its texts can be erased together. */
  aboutId: string | null;
  /** Whose account it is about; left out for all others. */
  accountId?: string;
  /** What else it speaks of: it is erased with any of it. */
  alsoAbout?: readonly string[];
  to: { name: string; address: string };
  subject: string;
  html: string;
  plain: string;
  /** What its link is made from when it leaves; left out where it has none that opens an account. */
  way?: LetterWay | null;
};

/**
 * Stores messages and the jobs that send them, in the caller's transaction; but for those that their reader does
 * without. @returns how many are on their way.
 */
export async function queueMessages(
  { clock, jobs }: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  scope: OrganisationScope,
  given: readonly NewMessage[],
): Promise<number> {
  const { organisationId } = scope;
  const messages = await wanted(tx, scope, given);
  const createdAt = clock.now();
  const rows = messages.map((message) => ({
    organisationId,
    id: newId(),
    kind: message.kind,
    aboutId: message.aboutId,
    accountId: message.accountId ?? null,
    alsoAbout: [...(message.alsoAbout ?? [])],
    toAddress: message.to.address,
    toName: message.to.name,
    subject: message.subject,
    html: message.html,
    plain: message.plain,
    way: message.way ?? null,
    mayBeDeclined: message.mayBeDeclined ?? false,
    isPrivate: message.isPrivate ?? false,
    createdAt,
  }));
  await insertMessages(tx, rows);
  await jobs.enqueue(
    tx,
    "send-message",
    rows.map((row) => ({ organisationId, messageId: row.id })),
  );
  return rows.length;
}

async function wanted(
  tx: Tx,
  scope: OrganisationScope,
  messages: readonly NewMessage[],
): Promise<readonly NewMessage[]> {
  const optional = messages.filter(({ mayBeDeclined }) => mayBeDeclined);
  if (optional.length === 0) return messages;
  const addresses = optional.map(({ to }) => to.address);
  const people = await peopleByAddress(tx, scope, [...new Set(addresses)]);
  const personIds = [...people.values()].map(({ id }) => id);
  const kinds = [...new Set(optional.map(({ kind }) => kind))];
  const declined = await declinesAmong(tx, scope, personIds, kinds);
  return messages.filter(
    ({ mayBeDeclined, kind, to }) =>
      !mayBeDeclined || !declined.has(`${people.get(to.address)?.id} ${kind}`),
  );
}

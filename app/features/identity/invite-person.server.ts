import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockAdministrators } from "./administrator-store.server.ts";
import type { Directory } from "./directory.ts";
import type { Actor } from "./domain/actor.ts";
import { holdsOn } from "./hold-reads.server.ts";
import { mayAdminister } from "./policy.ts";
import { presenceIn } from "./presence.server.ts";
import { hasAccount } from "./reads.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { lastRecordedAt } from "./recorded-reads.server.ts";

type Parts = Platform & { directory: Directory };

const A_DAY = 86_400_000;
const INVITED = "account.invited";

/**
 * Whether a person can be sent a link to open an account. `open`: yes. `joined`: they have one. `readdressed`: their
 * address was changed and waits. `today`: one was sent within a day.
 */
export type Invitable = "open" | "joined" | "readdressed" | "today" | "unknown";

/** Administrators only: `unknown` to everyone else. */
export async function invitableIn(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<Invitable> {
  if (!mayAdminister(actor) || !isId(personId)) return "unknown";
  if (await hasAccount(tx, actor, personId)) return "joined";
  const now = parts.clock.now();
  if ((await holdsOn(tx, actor, [personId], now)).size > 0) return "readdressed";
  const { presence } = await presenceIn(parts, tx, actor, { personId });
  if (presence !== "in") return "unknown";
  const last = await lastRecordedAt(tx, actor, { action: INVITED, subjectId: personId });
  return last !== null && now.getTime() - last.getTime() < A_DAY ? "today" : "open";
}

/**
 * Sends a person a link to open an account, at most one a day. `send` runs in the same transaction. Whoever has an
 * account finds a new password by themselves: nobody sets one for somebody else.
 */
export async function invitePerson(
  parts: Parts,
  actor: Actor,
  personId: string,
  send: (tx: Tx) => Promise<void>,
): Promise<Outcome<null, "not-allowed" | Exclude<Invitable, "open">>> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  return inOrganisation(parts, actor, async (tx) => {
    // Two who press at once send one.
    await lockAdministrators(tx, actor);
    const invitable = await invitableIn(parts, tx, actor, personId);
    if (invitable !== "open") return refuse(invitable);
    await recordAudit(parts, tx, actor, {
      action: INVITED,
      subjectKind: "person",
      subjectId: personId,
    });
    await send(tx);
    return accept(null);
  });
}

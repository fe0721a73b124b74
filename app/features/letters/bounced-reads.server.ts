import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { maySeeLettersAbout } from "./policy.ts";

export type Bounced = { name: string; address: string };

/**
 * Whom no letter about a subject reached, because the mail server knows no such address. Administrators only; by name.
 */
export async function bouncedAbout(tx: Tx, actor: Actor, aboutId: string): Promise<Bounced[]> {
  if (!maySeeLettersAbout(actor, aboutId)) return [];
  return tx
    .selectFrom("message")
    .where("organisationId", "=", actor.organisationId)
    .where("aboutId", "=", aboutId)
    .where("state", "=", "bounced")
    .select(["toName as name", "toAddress as address"])
    .distinct()
    .orderBy("name")
    .orderBy("address")
    .execute();
}

import type { Database } from "~/platform/db/database.server.ts";
import { wishDue } from "./wish.ts";
import { wishOf } from "./wish-store.server.ts";

/** What somebody wishes to sign in with, as they see it, and from which day in UTC on; null where they wish nothing. */
export async function ownWish(
  database: Database,
  accountId: string,
): Promise<{ to: string; due: string; reached: boolean } | null> {
  const wish = await wishOf(database, accountId);
  if (!wish || wish.state === "done") return null;
  const due = wishDue(wish).toISOString().slice(0, 10);
  return { to: wish.newAddress, due, reached: wish.reached };
}

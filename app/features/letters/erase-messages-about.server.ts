import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { eraseTextsAbout } from "./store.server.ts";

/** Erases the texts, and with them the links, of every message of an organisation about one subject. */
export function eraseMessagesAbout(
  tx: Tx,
  scope: OrganisationScope,
  aboutId: string,
): Promise<void> {
  return eraseTextsAbout(tx, scope, aboutId);
}

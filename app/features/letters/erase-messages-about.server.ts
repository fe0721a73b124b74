import type { Tx } from "~/platform/db/database.server.ts";
import { eraseTextsAbout } from "./store.server.ts";

/** Erases the texts, and with them the links, of every message about one subject. */
export function eraseMessagesAbout(tx: Tx, aboutId: string): Promise<void> {
  return eraseTextsAbout(tx, aboutId);
}

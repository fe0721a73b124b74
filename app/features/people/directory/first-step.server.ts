import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countActivePeople } from "../colleague-reads.server.ts";

/** Before anybody is in the directory: an administrator brings people in. */
export async function peopleForHome(_: Platform, tx: Tx, actor: Actor): Promise<ForHome> {
  if (!mayAdminister(actor) || (await countActivePeople(tx, actor)) > 0) return {};
  const t = readerTexts().getFixedT(null, "people", "start");
  return {
    start: {
      title: t("title"),
      lead: t("lead"),
      body: t("body"),
      action: t("action"),
      href: "/people/import",
    },
  };
}

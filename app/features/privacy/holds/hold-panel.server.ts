import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { mayKeepPrivacy } from "../policy.ts";
import { heldSince } from "../store/hold-store.server.ts";

/** That a hold stands, on the page of whom it is for. Nothing where none does. */
export async function holdPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (!mayKeepPrivacy(actor)) return [];
  const since = await heldSince(tx, actor, id);
  if (since === null) return [];
  const t = readerTexts().getFixedT(null, "privacy");
  const line = t("panel.line", { date: writtenDate(since) });
  return [{ id: "hold", title: t("panel.title"), rows: [{ line, href: "/privacy" }], none: "" }];
}

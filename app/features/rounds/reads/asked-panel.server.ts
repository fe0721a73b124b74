import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { mayRunRounds } from "../domain/may-run-rounds.ts";
import { requestsStanding } from "./asked-reads.server.ts";

/** In which running rounds a person is asked, and about how many: never how far they are. HR only. */
export async function askedPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (!mayRunRounds(actor)) return [];
  const t = readerTexts().getFixedT(null, "rounds", "panel");
  const rows = await requestsStanding(tx, actor, id);
  return [
    {
      ...{ id: "asked", title: t("title"), none: t("none") },
      rows: rows.map(({ roundName, count, closesOn }) => ({
        line: t("line", { count, round: roundName }),
        ...(closesOn ? { detail: t("until", { date: writtenDate(closesOn) }) } : {}),
      })),
    },
  ];
}

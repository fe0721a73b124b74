import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { latestLetters } from "./reads.server.ts";

/** The latest letters to a person and what became of them, as the outbox says it. HR only. */
export async function lettersPanel(
  tx: Tx,
  actor: Actor,
  { email }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (!mayAdminister(actor)) return [];
  const t = readerTexts().getFixedT(null, "notifications");
  const letters = email === null ? [] : await latestLetters(tx, actor, email);
  const zone = await organisationZone(tx, actor);
  const query = new URLSearchParams({ q: email ?? "" });
  const all = { line: t("panel.all"), href: `/outbox?${query}` };
  const rows = letters.map(({ subject, state, createdAt }) => ({
    line: subject,
    detail: `${writtenDate(dateIn(zone, createdAt))} · ${t(`outbox.states.${state}`)}`,
  }));
  return [
    {
      ...{ id: "letters", title: t("panel.title") },
      rows: rows.length > 0 ? [...rows, all] : [],
      none: t(email === null ? "panel.noAddress" : "panel.none"),
    },
  ];
}

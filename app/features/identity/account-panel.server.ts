import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Actor } from "./domain/actor.ts";
import { type Limit, type Office, officeNamed } from "./domain/office.ts";
import { mayAdminister } from "./policy.ts";
import { organisationStanding, standingOfPerson } from "./reads.server.ts";

/** Whether a person can sign in, and as what. HR only. */
export async function accountPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (!mayAdminister(actor)) return [];
  const t = readerTexts().getFixedT(null, "identity", "panel");
  const standing = await standingOfPerson(tx, actor, id);
  const { timeZone } = await organisationStanding(tx, actor);
  const rows = standing
    ? [
        {
          line: t(standing.active ? nameOf(standing) : "ended"),
          detail: t("since", { date: writtenDate(dateIn(timeZone, standing.since)) }),
        },
      ]
    : [];
  return [{ id: "account", title: t("title"), rows, none: t("none") }];
}

function nameOf({ office, units }: { office: Office | null; units: Limit }): string {
  return office === null ? "member" : officeNamed(office, units);
}

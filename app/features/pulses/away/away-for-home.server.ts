import { mayHavePlan } from "~/features/development/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { awayTurn } from "../domain/away/away-turn.ts";
import { AWAY_PATH } from "./away-path.ts";
import { plannedAway } from "./planned-away.server.ts";

/** That a team can be asked, to whoever leads enough of them and came back from an absence that is known. */
export async function awayForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<NonNullable<ForHome["tasks"]>> {
  if (!mayHavePlan(actor)) return [];
  const planned = await plannedAway(platform, tx, actor);
  const [away] = planned?.absences ?? [];
  if (!planned || !away || planned.counting < planned.policy.minimum) return [];
  const { team, before, today, policy } = planned;
  const ids = team.map(({ personId }) => personId);
  if (awayTurn(ids, before, { today, minimum: policy.minimum, away }).kind !== "now") return [];
  const t = readerTexts().getFixedT(null, "away", "home");
  return [
    {
      id: `away ${away.firstDay}`,
      urgency: "any-time",
      line: t("line"),
      detail: t("detail", { date: writtenDate(away.lastDay) }),
      action: t("open"),
      href: AWAY_PATH,
      icon: "cycle",
    },
  ];
}

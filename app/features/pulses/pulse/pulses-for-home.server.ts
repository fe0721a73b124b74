import { mayHavePlan } from "~/features/development/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { plannedPulse } from "./planned-pulse.server.ts";

/** That those who were asked can be asked once more, to whoever chose something to work on and has enough of them. */
export async function pulsesForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<NonNullable<ForHome["tasks"]>> {
  if (!mayHavePlan(actor)) return [];
  const planned = await plannedPulse(platform, tx, actor);
  if (planned?.turn.kind !== "now") return [];
  const { turn, focus, counting, minimum } = planned;
  if (focus.length === 0 || counting < minimum) return [];
  const t = readerTexts().getFixedT(null, "pulses", "home");
  return [
    {
      id: `pulse ${planned.report.id} ${turn.day}`,
      urgency: "any-time",
      line: t("line"),
      detail: t("detail", { count: turn.day }),
      action: t("open"),
      href: "/plan/pulse",
      icon: "cycle",
    },
  ];
}

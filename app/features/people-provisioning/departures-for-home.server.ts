import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleIn } from "./departures/departure-store.server.ts";
import { mayProvision } from "./policy.ts";

/** To administrators: that provisioning was stopped, and somebody has to decide who leaves. */
export async function departuresForHome(_: Platform, tx: Tx, actor: Actor): Promise<ForHome> {
  if (!mayProvision(actor)) return {};
  const count = (await peopleIn(tx, actor, "held")).length;
  if (count === 0) return {};
  const t = readerTexts().getFixedT(null, "provisioning", "home");
  return {
    tasks: [
      {
        id: "provisioning stopped",
        line: t("line", { count }),
        detail: t("detail"),
        action: t("action"),
        href: "/people/provisioning",
        icon: "people",
        urgency: "others-wait",
      },
    ],
  };
}

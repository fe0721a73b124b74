import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isDue } from "../domain/delegations/delegation.ts";
import { registerOf } from "./delegation-store.server.ts";

/** Decisions that went to others and are to be looked at again, as one task. */
export async function delegationsForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  if (actor.personId === null) return {};
  const { delegations } = await registerOf(tx, actor, actor.personId);
  if (delegations.length === 0) return {};
  const today = await todayWhere(platform, tx, actor);
  const due = delegations.filter((each) => isDue(each, today));
  if (due.length === 0) return {};
  const t = readerTexts().getFixedT(null, "delegations", "home");
  return {
    tasks: [
      {
        id: `delegations ${actor.personId}`,
        urgency: "any-time",
        line: t("look", { count: due.length, decision: due[0]?.decision }),
        detail: t("detail"),
        action: t("open"),
        href: "/plan/decisions",
        icon: "edit",
      },
    ],
  };
}

import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonalTask } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { partnerCharters } from "./charter-pages.server.ts";
import { chartersOf } from "./charter-store.server.ts";

/** What waits of charters: to sign for others, to change what came back, and to look at once a year. */
export async function chartersForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PersonalTask[]> {
  const t = readerTexts().getFixedT(null, "charters", "home");
  const icon = "edit" as const;
  const waiting = (await partnerCharters(platform, tx, actor))
    .filter(({ state }) => state === "proposed")
    .map(({ id, person }) => ({
      ...{ id: `charter ${id}`, urgency: "others-wait" as const, icon },
      ...{ line: t("sign", { name: person }), action: t("read"), href: `/charters/${id}` },
    }));
  if (actor.personId === null) return waiting;
  const [latest] = await chartersOf(tx, actor, actor.personId);
  if (!latest) return waiting;
  const own = { id: `charter ${latest.id}`, icon, href: "/charter", action: t("look") };
  if (latest.state === "draft" && latest.returnedWhy !== null)
    return [...waiting, { ...own, urgency: "own", line: t("returned") }];
  const today = await todayWhere(platform, tx, actor);
  if (latest.state === "signed" && latest.reviewOn !== null && latest.reviewOn <= today)
    return [...waiting, { ...own, urgency: "any-time", line: t("review") }];
  return waiting;
}

import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { shownOpen } from "./practice-page.server.ts";
import { ownPracticesOf } from "./work-on-practice.server.ts";

/** What somebody's practice waits for: to begin, today's answer, a look back, its end. One task at a time. */
export async function practiceForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<NonNullable<ForHome["tasks"]>> {
  const { personId } = actor;
  if (personId === null) return [];
  const own = await ownPracticesOf(platform, tx, { ...actor, personId });
  if (!own.open) return [];
  const { id, cue, action, steps, recent } = shownOpen(own, own.open);
  const isAskedToday = recent.some(({ standing }) => standing === "open");
  const first = (["begin", "finish", "midway"] as const).find((step) => steps.includes(step));
  const step = first ?? (isAskedToday ? "today" : null);
  if (step === null) return [];
  const t = readerTexts().getFixedT(null, "practising", "home");
  return [
    {
      id: `practice ${id}`,
      urgency: "any-time",
      line: t(`line.${step}`),
      detail: t("sentence", { cue, action }),
      action: t(`open.${step}`),
      href: "/plan/practice",
      icon: "edit",
    },
  ];
}

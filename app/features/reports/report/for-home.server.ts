import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome, HomePanel } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { focusOf } from "./focus-store.server.ts";
import { itemLabelsOfReport } from "./report-page.server.ts";
import { ownReports } from "./report-reads.server.ts";
import { usefulnessQuestion } from "./usefulness-question.ts";
import { ownUsefulness } from "./usefulness-reads.server.ts";

/** The newest report of whoever asks, and the question how useful its cycle was as long as they have not said so. */
export async function reportsForHome(platform: Platform, tx: Tx, actor: Actor): Promise<ForHome> {
  const t = readerTexts().getFixedT(null, "report", "home");
  const [newest] = await ownReports(tx, actor);
  const focus = newest ? await focusForHome(platform, tx, actor, newest.id) : null;
  // Whoever has chosen what to work on has read it: from then on that is what home shows.
  const report = focus ? undefined : newest;
  const [rateable] = await ownUsefulness(tx, actor, platform.secret);
  return {
    tasks: report && [
      {
        id: `report ${report.id}`,
        urgency: "any-time",
        line: t("line", { cycle: report.cycleName }),
        detail: t("detail"),
        action: t("action"),
        href: `/reports/${report.id}`,
        icon: "report",
      },
    ],
    panels: [
      ...(focus ? [focus] : []),
      ...(rateable?.rating === null
        ? [
            {
              kind: "question" as const,
              id: `usefulness ${rateable.reportId}`,
              ...usefulnessQuestion(readerTexts().getFixedT(null, "usefulness"), rateable),
            },
          ]
        : []),
    ],
  };
}

/** What was chosen to work on, as it was written, with its day; null where nothing was. */
async function focusForHome(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  reportId: string,
): Promise<HomePanel | null> {
  const chosen = await focusOf(tx, actor, reportId);
  if (chosen.length === 0) return null;
  const today = await todayWhere(platform, tx, actor);
  const labels = await itemLabelsOfReport(tx, actor, reportId, today);
  const t = readerTexts().getFixedT(null, "report");
  return {
    kind: "work",
    id: `focus ${reportId}`,
    title: t("home.focus.title"),
    items: chosen.map(({ item, direction, nextStep, dueOn }) => ({
      what: labels[item] ?? item,
      aside: t(`focus.direction.${direction}`),
      written: nextStep,
      due: t(`home.focus.${dueOn < today ? "past" : "by"}`, { date: writtenDate(dueOn) }),
    })),
    action: t("home.focus.open"),
    href: `/reports/${reportId}#focus`,
  };
}

import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownReports } from "./report-reads.server.ts";
import { usefulnessQuestion } from "./usefulness-question.ts";
import { ownUsefulness } from "./usefulness-reads.server.ts";

/** The newest report of whoever asks, and the question how useful its cycle was as long as they have not said so. */
export async function reportsForHome(
  { secret }: Pick<Platform, "secret">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  const t = texts.getFixedT(null, "report", "home");
  const [report] = await ownReports(tx, actor);
  const [rateable] = await ownUsefulness(tx, actor, secret);
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
    panels:
      rateable?.rating === null
        ? [
            {
              kind: "question",
              id: `usefulness ${rateable.reportId}`,
              ...usefulnessQuestion(texts.getFixedT(null, "usefulness"), rateable),
            },
          ]
        : [],
  };
}

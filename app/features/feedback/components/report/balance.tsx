import { useTranslation } from "react-i18next";
import { BalancePlane } from "~/ui/charts/balance-plane.tsx";
import { useChartTexts } from "~/ui/charts/use-chart-texts.ts";
import type { ReportPageData } from "../../reports/report-page.server.ts";
import { ReportSection } from "./report-section.tsx";

/** The plane: managing across, leading up, the right amount of both in the centre. */
export function Balance({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const texts = useChartTexts();
  const { self, others } = report.content.balance;
  const { balance } = report.findings;
  const [across, up] = report.hats;
  if (!across || !up) return null;
  const axis = (name: string) => ({
    name,
    tooLittle: t("balance.axis.tooLittle", { hat: name.toLowerCase() }),
    tooMuch: t("balance.axis.tooMuch", { hat: name.toLowerCase() }),
  });
  const ellipse = others?.ellipse;
  const before = report.content.sinceLastTime?.others;
  return (
    <ReportSection id="balance" title={t("balance.title")}>
      <BalancePlane
        title={
          balance
            ? t("balance.chart.both", {
                across: across.name.toLowerCase(),
                acrossFinding: t(`balance.chart.finding.${balance.across}`),
                up: up.name.toLowerCase(),
                upFinding: t(`balance.chart.finding.${balance.up}`),
              })
            : t("balance.chart.none")
        }
        description={t("balance.chart.description", { across: across.name, up: up.name })}
        note={ellipse ? t("balance.note") : undefined}
        others={
          others
            ? {
                managing: others.across,
                leading: others.up,
                n: others.raters,
                ellipse: ellipse
                  ? {
                      cx: others.across,
                      cy: others.up,
                      rx: ellipse.major,
                      ry: ellipse.minor,
                      angle: (ellipse.angle * 180) / Math.PI,
                    }
                  : undefined,
              }
            : { hidden: t("balance.hidden") }
        }
        self={self ? { managing: self.across, leading: self.up } : undefined}
        {...(before && {
          lastTime: { managing: before.across, leading: before.up, n: before.raters },
        })}
        axes={{ managing: axis(across.name), leading: axis(up.name) }}
        texts={{ ...texts, self: t("groups.self"), others: t("groups.all") }}
      />
    </ReportSection>
  );
}

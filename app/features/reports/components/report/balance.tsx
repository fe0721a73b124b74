import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { BalancePlane } from "~/ui/charts/balance-plane.tsx";
import { useChartTexts } from "~/ui/charts/use-chart-texts.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
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
  const zone = zoneOf(report, t);
  const notes = [...zoneSentence(report, t), ...(ellipse ? [t("balance.note")] : [])];
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
        note={notes.length > 0 ? notes.join(" ") : undefined}
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
        {...(zone && { zone })}
        {...(before && {
          lastTime: { managing: before.across, leading: before.up, n: before.raters },
        })}
        axes={{ managing: axis(across.name), leading: axis(up.name) }}
        texts={{ ...texts, self: t("groups.self"), others: t("groups.all") }}
      />
    </ReportSection>
  );
}

function zoneOf({ role, hats }: ReportPageData, t: TFunction<"report">) {
  const [across, up] = hats;
  const managing = role?.zone?.[across?.key ?? ""];
  const leading = role?.zone?.[up?.key ?? ""];
  return role && managing && leading
    ? { name: t("balance.zone.label", { role: role.name }), managing, leading }
    : null;
}

/** Whether others see the participant where the role needs them, said only as far as the intervals allow. */
function zoneSentence(report: ReportPageData, t: TFunction<"report">): string[] {
  const found = report.findings.zone;
  if (!found || !report.role) return [];
  const beyond = found.hats.flatMap(({ id, side }) => {
    const hat = report.hats.find(({ key }) => key === id)?.name.toLowerCase();
    return side === "below" || side === "above" ? [t(`balance.zone.${side}`, { hat })] : [];
  });
  return [t(`balance.zone.${found.verdict}`, { role: report.role.name, beyond: listed(beyond) })];
}

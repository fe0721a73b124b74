import { listed } from "~/platform/i18n/format.ts";
import type { PlaneChart } from "~/ui/charts/chart.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportSection, T } from "./report-block.ts";

/** The plane: managing across, leading up, the right amount of both in the centre. Null without two hats. */
export function balance(report: ReportPageData, t: T): ReportSection | null {
  const { self, others } = report.content.balance;
  const { balance: found } = report.findings;
  const [across, up] = report.hats;
  if (!across || !up) return null;
  const axis = (name: string) => ({
    name,
    tooLittle: t("balance.axis.tooLittle", { hat: name.toLowerCase() }),
    tooMuch: t("balance.axis.tooMuch", { hat: name.toLowerCase() }),
  });
  const before = report.content.sinceLastTime?.others;
  const zone = zoneOf(report, t);
  const notes = [...zoneSentence(report, t), ...(others?.ellipse ? [t("balance.note")] : [])];
  const title = found
    ? t("balance.chart.both", {
        across: across.name.toLowerCase(),
        acrossFinding: t(`balance.chart.finding.${found.across}`),
        up: up.name.toLowerCase(),
        upFinding: t(`balance.chart.finding.${found.up}`),
      })
    : t("balance.chart.none");
  const chart: PlaneChart = {
    kind: "plane",
    title,
    description: t("balance.chart.description", { across: across.name, up: up.name }),
    ...(notes.length > 0 && { note: notes.join(" ") }),
    others: others ? othersOf(others) : { hidden: t("balance.hidden") },
    ...(self && { self: { managing: self.across, leading: self.up } }),
    ...(zone && { zone }),
    ...(before && {
      lastTime: { managing: before.across, leading: before.up, n: before.raters },
    }),
    axes: { managing: axis(across.name), leading: axis(up.name) },
  };
  const names = { self: t("groups.self"), others: t("groups.all") };
  return {
    id: "balance",
    title: t("balance.title"),
    blocks: [{ kind: "chart", chart: { ...chart, names } }],
  };
}

type Others = NonNullable<ReportPageData["content"]["balance"]["others"]>;

function othersOf({ across, up, raters, ellipse }: Others): PlaneChart["others"] {
  return {
    managing: across,
    leading: up,
    n: raters,
    ...(ellipse && {
      ellipse: {
        cx: across,
        cy: up,
        rx: ellipse.major,
        ry: ellipse.minor,
        angle: (ellipse.angle * 180) / Math.PI,
      },
    }),
  };
}

function zoneOf({ role, hats }: ReportPageData, t: T) {
  const [across, up] = hats;
  const managing = role?.zone?.[across?.key ?? ""];
  const leading = role?.zone?.[up?.key ?? ""];
  return role && managing && leading
    ? { name: t("balance.zone.label", { role: role.name }), managing, leading }
    : null;
}

/** Whether others see the participant where the role needs them, said only as far as the intervals allow. */
function zoneSentence(report: ReportPageData, t: T): string[] {
  const found = report.findings.zone;
  if (!found || !report.role) return [];
  const beyond = found.hats.flatMap(({ id, side }) => {
    const hat = report.hats.find(({ key }) => key === id)?.name.toLowerCase();
    return side === "below" || side === "above" ? [t(`balance.zone.${side}`, { hat })] : [];
  });
  return [t(`balance.zone.${found.verdict}`, { role: report.role.name, beyond: listed(beyond) })];
}

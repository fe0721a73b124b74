import { listed } from "~/platform/i18n/format.ts";
import type { PlaneChart } from "~/ui/charts/chart.ts";
import { minimaOf, OTHERS } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { hatName, hatSentences } from "./hat-words.ts";
import {
  howToReadIt,
  inSentence,
  type ReportBlock,
  type ReportSection,
  type T,
} from "./report-block.ts";

/** The plane: managing across, leading up, the right amount of both in the centre. Null without two hats. */
export function balance(report: ReportPageData, t: T): ReportSection | null {
  const { self, others } = report.content.balance;
  const { balance: found } = report.findings;
  const [across, up] = report.hats;
  if (!across || !up) return null;
  const axis = (name: string) => ({
    name,
    tooLittle: t("balance.axis.tooLittle", { hat: inSentence(name, t) }),
    tooMuch: t("balance.axis.tooMuch", { hat: inSentence(name, t) }),
  });
  const named = { id: "balance", title: t("balance.title") };
  // A plane without a point would be a chart of nothing.
  if (!others && !self) {
    const [hat] = report.content.hats;
    const why = hat?.estimates[OTHERS];
    const key = why && !why.shown ? why.reason : "hidden-few-raters";
    const reason = t(`reasons.${key}`, { ...minimaOf(report.content) });
    return { ...named, blocks: [{ kind: "sentence", words: t("balance.none", { reason }) }] };
  }
  const before = report.content.sinceLastTime?.others;
  const zone = zoneOf(report, t);
  const title = found
    ? t("balance.chart.both", {
        across: inSentence(across.name, t),
        acrossFinding: t(`balance.chart.finding.${found.across}`),
        up: inSentence(up.name, t),
        upFinding: t(`balance.chart.finding.${found.up}`),
      })
    : t("balance.chart.none");
  const chart: PlaneChart = {
    kind: "plane",
    title,
    description: t("balance.chart.description", { across: across.name, up: up.name }),
    ...(others?.ellipse && { note: t("balance.note") }),
    others: others ? othersOf(others) : { hidden: t("balance.hidden") },
    ...(self && { self: { managing: self.across, leading: self.up } }),
    ...(zone && { zone }),
    ...(before && {
      lastTime: { managing: before.across, leading: before.up, n: before.raters },
    }),
    axes: { managing: axis(across.name), leading: axis(up.name) },
  };
  const names = { self: t("groups.self"), others: t("groups.all") };
  const drawn: ReportBlock = { kind: "chart", chart: { ...chart, names }, reading: howToReadIt(t) };
  const words: ReportBlock[] = [
    ...hatSentences(report, t).map((words): ReportBlock => ({ kind: "sentence", words })),
    ...zoneSentence(report, t).map(
      (words): ReportBlock => ({ kind: "sentence", look: "quiet", words }),
    ),
  ];
  const beside: ReportBlock = { kind: "parts", blocks: words };
  return {
    ...named,
    blocks: words.length === 0 ? [drawn] : [{ kind: "columns", blocks: [drawn, beside] }],
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
    const hat = hatName(report, id, t);
    return side === "below" || side === "above" ? [t(`balance.zone.${side}`, { hat })] : [];
  });
  return [t(`balance.zone.${found.verdict}`, { role: report.role.name, beyond: listed(beyond) })];
}

import type { PassageLine, Words } from "~/platform/blocks/block.ts";
import { emphasised } from "~/platform/blocks/emphasised.ts";
import { decimal, listed } from "~/platform/i18n/format.ts";
import { amountFinding } from "../domain/findings.ts";
import { minimaOf, OTHERS } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { figureWords } from "./figure-words.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

/** Two strengths and two places to look: more would be a list again. */
const MOST_NAMED = 2;

/** The few things to know first, in sentences that claim no more than the intervals allow. */
export function atAGlance(report: ReportPageData, t: T): ReportSection {
  const { content } = report;
  const named = { id: "glance", title: t("glance.title") };
  if (!content.all) return { ...named, blocks: [{ kind: "sentence", words: t("glance.nothing") }] };
  const first = [
    ...comparison(report, t),
    ...content.hats.flatMap((row) => hatSentence(report, row.id, t)),
    ...agreementSentences(report, t),
  ];
  const lines: PassageLine[] = first.map((words) => ({ words }));
  return {
    ...named,
    blocks: [
      { kind: "passage", lines: [...lines, { words: scaleWords(report, t), small: true }] },
      competenciesNamed(report, t),
      ...start(report, t),
    ],
  };
}

function scaleWords({ content: { balance } }: ReportPageData, t: T): string {
  const { versatility } = balance;
  if (!versatility) return t("glance.scale");
  const { value, raters } = versatility;
  return `${t("glance.scale")} ${t("glance.versatility", { value, count: raters })}`;
}

/** Where to begin, for the one who chooses; nothing once a choice is made. */
function start(report: ReportPageData, t: T): ReportBlock[] {
  const [first] = report.findings.suggestions;
  if (!first || report.reader !== "participant" || report.focus.length > 0) return [];
  const direction = [
    t(`focus.direction.${first.direction}`),
    ...(first.importance ? [t(`focus.importance.${first.importance}`)] : []),
  ].join(", ");
  const words = emphasised(t, `glance.start.${first.direction === "keep" ? "keep" : "off"}`, {
    behaviour: report.itemLabels[first.item],
    direction,
  });
  const choice: ReportBlock = {
    kind: "choice",
    words,
    label: t("glance.start.choose"),
    href: "#focus",
  };
  return [{ kind: "heading", text: t("glance.start.title"), under: [choice] }];
}

function comparison(report: ReportPageData, t: T): Words[] {
  const { comparison: found } = report.findings;
  const [across, up] = report.hats.map(({ name }) => name.toLowerCase());
  if (!found || !across || !up) return [];
  const { more, raters } = found;
  const [low, high] = [found.low, found.high]
    .map(Math.abs)
    .toSorted((a, b) => a - b)
    .map((each) => decimal(each, 1));
  const difference = decimal(Math.abs(found.difference), 1);
  return [emphasised(t, `glance.compare.${more}`, { across, up, difference, low, high, raters })];
}

function hatSentence(report: ReportPageData, hatId: string, t: T): Words[] {
  const estimate = report.content.hats.find((row) => row.id === hatId)?.estimates[OTHERS];
  const finding = amountFinding(estimate);
  if (!finding || !estimate?.shown) return [];
  const values = { hat: hatName(report, hatId), figure: figureWords(t, estimate) };
  return [emphasised(t, `glance.hat.${finding}`, values)];
}

/** One sentence for hats on which raters agree alike. */
function agreementSentences(report: ReportPageData, t: T): Words[] {
  const known = report.findings.agreement.filter((each) => each.finding !== null);
  if (known.length === 0) return [t("glance.agree.unknown", { ...minimaOf(report.content) })];
  const byFinding = Map.groupBy(known, (each) => each.finding ?? "fair");
  return [...byFinding].map(([finding, hats]) =>
    t(`glance.agree.${finding}`, { hats: listed(hats.map(({ hat }) => hatName(report, hat))) }),
  );
}

function hatName({ hats }: ReportPageData, id: string): string {
  return (hats.find((each) => each.key === id)?.name ?? id).toLowerCase();
}

function competenciesNamed(report: ReportPageData, t: T): ReportBlock {
  const { places, right, anyCompetency } = report.findings;
  const nameOf = (id: string) => report.guides[id]?.name ?? id;
  if (!anyCompetency) return { kind: "sentence", look: "quiet", words: t("glance.namedHidden") };
  const named = (text: string, found: readonly Words[], none: string): ReportBlock => ({
    kind: "heading",
    text,
    under: [
      found.length === 0
        ? { kind: "sentence", look: "quiet", words: none }
        : {
            kind: "list",
            marks: "none",
            items: found.slice(0, MOST_NAMED).map((words) => ({ words })),
          },
    ],
  });
  const toLookAt = places.map(({ id, direction }) =>
    emphasised(t, `glance.${direction}`, { name: nameOf(id) }),
  );
  return {
    kind: "columns",
    first: "wider",
    blocks: [
      named(t("glance.places"), toLookAt, t("glance.placesNone")),
      named(
        t("glance.right"),
        right.map(({ id }) => nameOf(id)),
        t("glance.rightNone"),
      ),
    ],
  };
}

import type { Line, MinuteBlock } from "~/platform/blocks/block.ts";
import { emphasised } from "~/platform/blocks/emphasised.ts";
import { listed } from "~/platform/i18n/format.ts";
import { type Estimate, minimaOf, OTHERS } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { figureWords } from "./figure-words.ts";
import { hatName, verdict } from "./hat-words.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";
import { seenAmount, surenessWord } from "./sureness.ts";

/** Two of each at most: more would be a list again. */
const MOST_NAMED = 2;

type Way = MinuteBlock["ways"][number];

/** The few things to know first, in words that claim no more than the intervals allow; figures come after. */
export function atAGlance(report: ReportPageData, t: T): ReportSection {
  const named = { id: "glance", title: t("glance.title") };
  const said = verdict(report, t);
  if (!report.content.all || said === null)
    return { ...named, blocks: [{ kind: "sentence", words: t("glance.nothing") }] };
  const minute: MinuteBlock = {
    kind: "minute",
    verdict: said,
    rests: [
      ...report.content.hats.flatMap((row) => hatLine(report, row.id, t)),
      ...firstImpression(report, t),
    ],
    ways: report.findings.anyCompetency ? ways(report, t) : [],
    ...(!report.findings.anyCompetency && { instead: t("glance.namedHidden") }),
    ...start(report, t),
  };
  return { ...named, blocks: [minute] };
}

/** One hat: what others see of it, how sure that is, then the figure. */
function hatLine(report: ReportPageData, id: string, t: T): Line[] {
  const estimate = report.content.hats.find((row) => row.id === id)?.estimates[OTHERS];
  const seen = seenAmount(estimate);
  if (!seen || !estimate?.shown) return [];
  const hat = report.hats.find(({ key }) => key === id)?.name ?? hatName(report, id, t);
  return [
    {
      words: t(`glance.rests.${seen.step === "open" ? "unclear" : seen.finding}`, { hat }),
      sure: surenessWord(seen.step, t),
      under: figureWords(t, estimate),
    },
  ];
}

/** With fewer raters than a spread takes, all of it is a first impression; how many more would have made it firmer. */
function firstImpression({ content }: ReportPageData, t: T): Line[] {
  const { all, groups } = content;
  const short = all ? minimaOf(content).spread - all.raters : 0;
  if (!all || short <= 0) return [];
  const unnamed = groups.filter(({ id, identified }) => !identified && id !== OTHERS);
  const only = unnamed.length === 1 ? unnamed[0]?.id : undefined;
  const who = only === "peer" || only === "direct_report" ? only : "rater";
  return [
    {
      words: t("glance.impression", {
        people: t("who.all", { count: all.raters }),
        more: t(`glance.oneMore.${who}`, { count: short }),
      }),
    },
  ];
}

/** What to do more of, less of and keep: competencies that are clearly so, with their figures. */
function ways(report: ReportPageData, t: T): Way[] {
  const { places, right } = report.findings;
  const of = (direction: "more" | "less") =>
    places.filter((place) => place.direction === direction).map(({ id }) => id);
  const named = (way: Way["way"], ids: readonly string[]): Way => ({
    way,
    title: t(`glance.ways.${way}`),
    items: ids.slice(0, MOST_NAMED).map((id) => competencyLine(report, id, t)),
    none: t(`glance.ways.none.${way}`),
  });
  return [
    named("more", of("more")),
    named("less", of("less")),
    named(
      "keep",
      right.map(({ id }) => id),
    ),
  ];
}

function competencyLine(report: ReportPageData, id: string, t: T): Line {
  const estimate: Estimate | undefined = report.content.competencies.find((row) => row.id === id)
    ?.estimates[OTHERS];
  return {
    words: report.guides[id]?.name ?? id,
    sure: surenessWord("clear", t),
    // Where competencies are not shared, their names are, and no figure.
    ...(estimate?.shown && { under: figureWords(t, estimate) }),
  };
}

/** Where to begin, for the one who chooses; nothing once a choice is made. */
function start(report: ReportPageData, t: T): Pick<MinuteBlock, "start"> {
  const [first] = report.findings.suggestions;
  if (!first || report.reader !== "participant" || report.focus.length > 0) return {};
  const direction = [
    t(`focus.direction.${first.direction}`),
    ...(first.importance ? [t(`focus.importance.${first.importance}`)] : []),
  ].join(", ");
  const words = emphasised(t, `glance.start.${first.direction === "keep" ? "keep" : "off"}`, {
    behaviour: report.itemLabels[first.item],
    direction,
  });
  return {
    start: {
      title: t("glance.start.title"),
      words,
      label: t("glance.start.choose"),
      href: "#focus",
    },
  };
}

/** What else all raters together tell: how hats compare, how far raters agree, what the figures are on. */
export function restOfGlance(report: ReportPageData, t: T): ReportBlock[] {
  if (!report.content.all) return [];
  return [
    ...agreementSentences(report, t).map((words): ReportBlock => ({ kind: "note", words })),
    { kind: "note", words: scaleWords(report, t) },
  ];
}

function scaleWords({ content: { balance } }: ReportPageData, t: T): string {
  const { versatility } = balance;
  if (!versatility) return t("glance.scale");
  const { value, raters } = versatility;
  return `${t("glance.scale")} ${t("glance.versatility", { value, count: raters })}`;
}

/** One sentence for hats on which raters agree alike. */
function agreementSentences(report: ReportPageData, t: T): string[] {
  const known = report.findings.agreement.filter((each) => each.finding !== null);
  if (known.length === 0) return [t("glance.agree.unknown", { ...minimaOf(report.content) })];
  const byFinding = Map.groupBy(known, (each) => each.finding ?? "fair");
  return [...byFinding].map(([finding, hats]) =>
    t(`glance.agree.${finding}`, { hats: listed(hats.map(({ hat }) => hatName(report, hat, t))) }),
  );
}

import { expect, test } from "vitest";
import type { Line, Words } from "~/platform/blocks/block.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Change, Estimate, ReportContent, ReportRow } from "../domain/report-content.ts";
import { reportSections } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { atAGlance } from "./at-a-glance.ts";
import { balance } from "./balance.ts";
import { guidance } from "./guidance.ts";
import type { ReportBlock, ReportSection } from "./report-block.ts";
import { sinceLastTime as sinceLastTimeSection } from "./since-last-time.ts";
import { whoAnswered } from "./who-answered.ts";
import { youAndOthers } from "./you-and-others.ts";

const t = texts.getFixedT(null, "report");

/** All that a section says under its heading, one thing after the other. */
function said(section: ReportSection | null): string[] {
  return [...(section?.lead ? [section.lead] : []), ...(section?.blocks ?? []).flatMap(saidBy)];
}

function saidBy(block: ReportBlock): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text, ...block.under.flatMap(saidBy)];
    case "sentence":
      return [lineText(block)];
    case "note":
      return [plain(block.words)];
    case "choice":
      return [`${plain(block.words)} ${block.label}`];
    case "passage":
      return block.lines.map(({ words }) => plain(words));
    case "list":
      return block.items.map(lineText);
    case "chart":
      return [block.chart.title, ...(block.chart.note ? [block.chart.note] : [])];
    case "columns":
    case "parts":
      return block.blocks.flatMap(saidBy);
    default:
      throw new Error(`no words are read from ${block.kind}`);
  }
}

function lineText({ words, aside, under, mark }: Line): string {
  return [plain(words), aside, under, mark].filter(Boolean).join(" ");
}

function plain(words: Words): string {
  return typeof words === "string" ? words : words.map(({ text }) => text).join("");
}

const shown = (mean: number, low: number | null, high: number | null, n = 9): Estimate => ({
  shown: true,
  ...{ mean, n, low, high },
  shares: null,
  agreement: null,
});
const row = (id: string, hat: string | null, all: Estimate): ReportRow => ({
  id,
  hat,
  estimates: { all },
  gap: null,
  adjusted: null,
});
const change = (id: string, before: number, now: number, verdict: Change["verdict"]): Change => ({
  id,
  before: { mean: before, n: 8 },
  now: { mean: now, n: 9 },
  ...{
    low: now - before - 0.4,
    high: now - before + 0.4,
    noise: { low: -0.4, high: 0.4 },
    verdict,
  },
});

const content: ReportContent = {
  format: 4,
  groups: [{ id: "self", relationships: ["self"], raters: 1, identified: true }],
  hidden: [],
  all: { raters: 9 },
  hats: [
    row("managing", "managing", shown(-0.4, -0.6, -0.2)),
    row("leading", "leading", shown(0.1, -0.1, 0.3)),
  ],
  competencies: [],
  items: [],
  adjustment: "small-round",
  balance: { self: null, others: null, versatility: { value: 87, raters: 9 } },
  comments: { questions: [] },
  sinceLastTime: null,
};
const findings: ReportPageData["findings"] = {
  ...{ balance: null, comparison: null, zone: null, behaviours: null },
  anyCompetency: true,
  ...{ agreement: [], places: [], right: [], gaps: [], selfAndOthers: [], suggestions: [] },
};

type Changed = Partial<Omit<ReportPageData, "content" | "findings">> & {
  content?: Partial<ReportContent>;
  findings?: Partial<ReportPageData["findings"]>;
};
function report(changed: Changed = {}): ReportPageData {
  const guide = (name: string, hat: string | null) => ({
    ...{ name, hat, core: "", doMore: [], doLess: [], questions: [], practices: [] },
  });
  return {
    ...{ id: "r", cycleId: "c", cycleName: "Spring", participantName: "Ann Lee" },
    closedOn: "2026-03-20",
    reader: "participant",
    sections: reportSections,
    hats: [
      { key: "managing", name: "Managing" },
      { key: "leading", name: "Leading" },
    ],
    guides: {
      plan: guide("Planning", "managing"),
      vision: guide("Vision", "leading"),
      range: guide("Range", null),
    },
    itemLabels: { ask: "Asking first" },
    itemScales: {},
    questions: [],
    role: null,
    focus: [],
    ...changed,
    content: { ...content, ...changed.content },
    findings: { ...findings, ...changed.findings },
  };
}

test("at a glance: an amount is claimed on a side only by its interval, with its n", () => {
  const words = said(atAGlance(report(), t));
  expect(words).toContain(
    "Others would like more of your managing (−0.4, likely −0.6 to −0.2; 9 raters).",
  );
  expect(words).toContain(
    "Others see about the right amount of your leading (+0.1, likely −0.1 to +0.3; 9 raters).",
  );
  const hats = [
    row("managing", "managing", shown(0.6, 0.2, 1)),
    row("leading", "leading", shown(-0.3, null, null, 3)),
  ];
  const other = said(atAGlance(report({ content: { hats } }), t));
  expect(other).toContain(
    "Others see too much of your managing (+0.6, likely +0.2 to +1.0; 9 raters).",
  );
  expect(other).toContain(
    "About your leading the answers leave open whether it is too little, right or too much (−0.3; 3 raters).",
  );
});

test("at a glance: which hat there is more of, as sure as the plane, larger end last", () => {
  const compared = (low: number, high: number, more: "across" | "up" | "unclear") => {
    const comparison = { difference: (low + high) / 2, low, high, raters: 8, more };
    return said(atAGlance(report({ findings: { comparison } }), t))[0];
  };
  expect(compared(0.2, 1.2, "across")).toBe(
    "Others see more managing than leading in what you do: by 0.7 points, likely 0.2 to 1.2; 8 raters.",
  );
  expect(compared(-1.2, -0.2, "up")).toBe(
    "Others see more leading than managing in what you do: by 0.7 points, likely 0.2 to 1.2; 8 raters.",
  );
  expect(compared(-0.2, 0.4, "unclear")).toBe(
    "Others see no clear difference between your managing and your leading (8 raters).",
  );
});

test("at a glance: agreement on both hats is one sentence when it is alike, and nothing is made of too few", () => {
  const agreed = (managing: "close" | "apart" | null, leading: "close" | "apart" | null) =>
    said(
      atAGlance(
        report({
          findings: {
            agreement: [
              { hat: "managing", finding: managing },
              { hat: "leading", finding: leading },
            ],
          },
        }),
        t,
      ),
    ).slice(2, -3);
  expect(agreed("close", "close")[0]).toBe("On managing and leading your raters agree closely.");
  expect(agreed("close", "apart").slice(0, 2)).toEqual([
    "On managing your raters agree closely.",
    expect.stringMatching(/^On leading your raters see you differently/),
  ]);
  expect(agreed(null, null)[0]).toMatch(/^How far your raters agree cannot be shown/);
});

test("at a glance: two places and two strengths at most, then where to begin; none is said to be none", () => {
  const places = ["plan", "vision", "range"].map((id) => ({
    ...{ id, hat: "managing", distance: 1 },
    direction: id === "plan" ? ("more" as const) : ("less" as const),
  }));
  const suggestion = { item: "ask", competency: "plan", mean: -0.8, n: 9 };
  const start = (direction: "more" | "keep", importance: "essential" | null, chosen = false) =>
    said(
      atAGlance(
        report({
          findings: { places, suggestions: [{ ...suggestion, direction, importance }] },
          focus: chosen
            ? [{ item: "ask", direction: "more", nextStep: "x", dueOn: "2026-05-01" }]
            : [],
        }),
        t,
      ),
    );
  const words = start("more", "essential");
  expect(words).toContain("Planning: others would like more of it.");
  expect(words).toContain("Vision: others see too much of it.");
  expect(words.join(" ")).not.toContain("Range");
  expect(words.slice(-2)).toEqual([
    "Where to begin",
    "Asking first, more of it, essential in your role. Choose your focus",
  ]);
  expect(start("keep", null).at(-1)).toMatch(
    /^Nothing is off enough to be named. A strength to use on purpose: Asking first\./,
  );
  expect(start("more", null, true).join(" ")).not.toContain("Where to begin");
  expect(said(atAGlance(report(), t))).toContain(
    "No competency stands out clearly as too little or too much. Small differences below are likely to be chance.",
  );
  expect(said(atAGlance(report({ content: { all: null } }), t))).toEqual([
    "There is nothing to compare yet: too few people answered.",
  ]);
});

test("who answered: one person is one person, and what was put together or hidden is said", () => {
  const groups = [
    { id: "manager", relationships: ["manager"], raters: 1, identified: true },
    { id: "pool", relationships: ["peer", "direct_report"], raters: 4, identified: false },
  ];
  const hidden = [{ relationship: "other", reason: "hidden-few-raters" as const }];
  expect(whoAnswered({ ...content, groups, hidden }, t).flatMap(saidBy)).toEqual([
    "Manager: 1 person",
    expect.stringMatching(/: 4 people$/),
    "Others: not shown: too few raters",
    "Small groups were put together, so that nobody can be picked out: Peers and Direct reports.",
  ]);
});

test("the zone is spoken of only as far as the intervals go, both hats in one sentence", () => {
  const role = { name: "Team lead", zone: null };
  const zone = (
    verdict: "inside" | "outside" | "unclear",
    managing: "below" | "inside" | "above",
    leading: "below" | "inside" | "above",
  ) =>
    said(
      balance(
        report({
          role,
          findings: {
            zone: {
              verdict,
              hats: [
                { id: "managing", side: managing },
                { id: "leading", side: leading },
              ],
            },
          },
          content: {
            balance: {
              self: null,
              others: { across: 0, up: 0, raters: 9, ellipse: null },
              versatility: null,
            },
          },
        }),
        t,
      ),
    ).join(" ");
  expect(zone("outside", "below", "above")).toContain(
    "Others see less managing and more leading than the target zone for your role (Team lead) asks for.",
  );
  expect(zone("outside", "inside", "below")).toContain("Others see less leading than the target");
  expect(zone("inside", "inside", "inside")).toContain(
    "Others clearly see you inside the target zone",
  );
  expect(zone("unclear", "inside", "inside")).toContain("cannot be told from this round");
});

test("you and others: blind spots and strengths with both figures, the rest within noise", () => {
  const found = { id: "plan", n: 9 };
  const words = said(
    youAndOthers(
      report({
        findings: {
          gaps: [
            { id: "plan", difference: 0.9, sees: "more" },
            { id: "vision", difference: 0.7, sees: "less" },
          ],
          selfAndOthers: [
            { ...found, kind: "blind-spot", direction: "more", self: 0, others: -0.9 },
          ],
        },
      }),
      t,
    ),
  );
  expect(words).toContain(
    "Planning: you put it at 0.0, others at −0.9: they would like more of it (9 raters).",
  );
  expect(words).toContain("Vision: you see less of it in yourself than others do.");
  expect(words.filter((each) => each.startsWith("Planning"))).toHaveLength(1);
  expect(words.at(-1)).toBe("Everything else is within noise.");
  expect(said(youAndOthers(report({ content: { groups: [] } }), t))).toEqual([
    "You did not rate yourself this time, so there is nothing to compare.",
  ]);
});

test.each([
  [1, 0, "1 person was asked then, nobody of them again."],
  [12, 1, "12 people were asked then, 1 of them again."],
  [12, 9, "12 people were asked then, 9 of them again."],
])("since last time: of %d people %d were asked again", (before, again, sentence) => {
  const sinceLastTime = {
    claims: "round" as const,
    cycleName: "Autumn",
    closedOn: "2025-10-01",
    others: null,
    asked: { before, again },
    hats: [change("managing", -0.9, -0.2, "up")],
    competencies: [
      change("plan", 0.1, 0.8, "up"),
      change("vision", 0.2, 0.3, "within-noise"),
      change("range", 3, 4, "up"),
    ],
  };
  const words = said(sinceLastTimeSection(report({ content: { sinceLastTime } }), t));
  expect(words.at(-1)).toContain(sentence);
  const html = words.join(" ");
  expect(html).toContain("Compared with “Autumn”, closed on 1 October 2025.");
  expect(html).toContain("2 clear changes");
});

test("since last time: the first report says that there is nothing to compare", () => {
  expect(said(sinceLastTimeSection(report(), t))).toEqual([
    "This is your first report of this kind. Next time you will see here what changed, and what is only noise.",
  ]);
});

test("where others' view cannot be shown, nothing is said to stand out or not", () => {
  const hidden = { findings: { anyCompetency: false } };
  const glance = said(atAGlance(report(hidden), t));
  expect(glance.at(-1)).toBe("Others’ view of single competencies cannot be shown this time.");
  expect(glance.join(" ")).not.toMatch(/stands out|close enough/);
  expect(said(youAndOthers(report(hidden), t))).toEqual([
    "Others’ view cannot be shown this time, so there is nothing to compare.",
  ]);
  expect(guidance(report(hidden), t).flatMap(saidBy)[0]).toMatch(/^Others’ view cannot be shown/);
  expect(guidance(report(), t).flatMap(saidBy)[0]).toMatch(/^Nothing stands out/);
});

test("where a behaviour is suggested, it is not said that nothing stands out", () => {
  const suggestion = { item: "ask", competency: "plan", importance: null, mean: -0.8, n: 9 };
  const suggested = (direction: "more" | "keep") =>
    guidance(report({ findings: { suggestions: [{ ...suggestion, direction }] } }), t).flatMap(
      saidBy,
    );
  expect(suggested("more")).toEqual([]);
  expect(suggested("keep")[0]).toMatch(/^Nothing stands out/);
});

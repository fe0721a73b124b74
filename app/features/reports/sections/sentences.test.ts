import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { change, content, report, said, saidBy } from "../testing/spoken.ts";
import { atAGlance } from "./at-a-glance.ts";
import { balance } from "./balance.ts";
import { guidance } from "./guidance.ts";
import { sinceLastTime as sinceLastTimeSection } from "./since-last-time.ts";
import { whoAnswered } from "./who-answered.ts";
import { youAndOthers } from "./you-and-others.ts";

const t = texts.getFixedT(null, "report");

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

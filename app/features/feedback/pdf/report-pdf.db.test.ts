import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { reportFiguresFile } from "~/features/reports/figures/figures-file.server.ts";
import { reportPdfFile } from "~/features/reports/pdf/pdf-file.server.ts";
import { reportDocument } from "~/features/reports/pdf/report-document.ts";
import { newId } from "~/platform/db/ids.ts";
import type { PrintBlock } from "~/platform/print/print-block.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import { createHouse, type House } from "../testing/house.ts";
import { type OddCase, type OddReport, oddReport } from "../testing/odd-reports.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const participantOf = ({ participantPersonId }: OddReport): Actor =>
  house.member(participantPersonId);
const pdfOf = async (odd: OddReport, paper: string | null = null) => {
  const file = await reportPdfFile(db.platform, participantOf(odd), odd.id, paper);
  if (!file || typeof file.content === "string") throw new Error("no file");
  return { name: file.name, bytes: Buffer.from(file.content).toString("latin1") };
};
const figuresOf = async (odd: OddReport, format: "csv" | "xlsx") =>
  (await reportFiguresFile(db.platform, participantOf(odd), odd.id, format))?.content;

const LONG = "This person listens first and then decides, and says why. "
  .repeat(170)
  .slice(0, 9_990);
const USUAL: OddCase = {
  name: "Tadhg Furlong",
  groups: { self: 1, manager: 1, peer: 4, direct_report: 3 },
  comments: {
    peer: ["Keep asking before telling.", "#strong *stars* $x$ `code` // no", "=1+1", "Short."],
    direct_report: ["Less of the weekly meeting.", "Calm when the crane broke.", "Tell us why."],
  },
};

describe("a report as a file", () => {
  let odd: OddReport;
  beforeAll(async () => {
    odd = await oddReport(db.platform, house, USUAL);
  });

  test("claims PDF/UA-1, and has tags, bookmarks, a language, a title and own fonts", async () => {
    const { bytes, name } = await pdfOf(odd);
    expect(bytes).toMatch(/^%PDF-1\.7/);
    expect(bytes).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(bytes).toContain("/Type /StructTreeRoot");
    expect(bytes).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(bytes).toContain("/Type /Outlines");
    expect(bytes).toContain("/Lang (en)");
    expect(bytes).toContain("/DisplayDocTitle true");
    const count = (sign: RegExp) => bytes.match(sign)?.length;
    expect(count(/\/S \/Figure\b/g)).toBeGreaterThanOrEqual(5);
    expect(count(/\/Alt [(<]/g)).toBe(count(/\/S \/Figure\b/g));
    const fonts = [...bytes.matchAll(/\/BaseFont \/[A-Z]{6}\+(\w+)/g)].map(([, font]) => font);
    expect(new Set(fonts)).toEqual(
      new Set(
        ["Inter", "SourceSerif4"].flatMap((family) => fonts.filter((f) => f?.startsWith(family))),
      ),
    );
    expect(name).toBe("Feedback report - Tadhg Furlong - Spring 360 - 2026-03-02.pdf");
  });

  test("comes on A4 or Letter, as asked", async () => {
    expect((await pdfOf(odd, "a4")).bytes).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/);
    expect((await pdfOf(odd, "letter")).bytes).toContain("/MediaBox [0 0 612 792]");
    expect((await pdfOf(odd, "../../etc")).bytes).toMatch(/\/MediaBox \[0 0 595/);
  });

  test("is nobody's but its participant's, in every format", async () => {
    const { members, elsewhere } = await bystanders(db.platform, house);
    const others: [string, Actor][] = [
      ...members,
      ["HR", house.admin],
      ["HR elsewhere", elsewhere],
      [
        "the same person in another organisation",
        { ...elsewhere, personId: odd.participantPersonId },
      ],
    ];
    for (const [who, actor] of others) {
      expect([who, await reportPdfFile(db.platform, actor, odd.id, null)]).toEqual([who, null]);
      for (const format of ["csv", "xlsx"] as const)
        expect([who, await reportFiguresFile(db.platform, actor, odd.id, format)]).toEqual([
          who,
          null,
        ]);
    }
    for (const id of [newId(), "not-an-id"])
      expect(await reportPdfFile(db.platform, participantOf(odd), id, null)).toBeNull();
  });

  test("says what the page says in the order of the page, with a page to write on after the focus", () => {
    const { sections } = reportDocument(odd.report, "a4");
    expect(sections.map(({ id }) => id)).toEqual(
      "glance balance competencies gaps behaviours comments change focus write how".split(" "),
    );
    const altsOf = (blocks: readonly PrintBlock[]): string[] =>
      blocks.flatMap((block) => {
        if (block.kind === "beside") return altsOf([...block.first, ...block.second]);
        return block.kind === "chart" ? [block.alt] : [];
      });
    const alts = sections.flatMap(({ blocks }) => altsOf(blocks));
    const charts = odd.report.hats.length;
    expect(charts).toBe(2);
    // The plane, a chart for each hat, and the same group by group in parts of two, which the page folds away.
    const { competencies } = odd.report.content;
    const parts = odd.report.hats.map(({ key }) =>
      Math.ceil(competencies.filter(({ hat }) => hat === key).length / 2),
    );
    expect(alts).toHaveLength(1 + charts + parts.reduce((sum, each) => sum + each, 0));
    for (const alt of alts) expect(alt).toMatch(/ .+: .+\d/);
  });

  test("has a cover that says whose it is, of which organisation, from which round and when", () => {
    const { cover } = reportDocument(odd.report, "a4");
    const words = ({ runs }: { runs: { text: string }[] }) => runs.map(({ text }) => text).join("");
    expect(words(cover.name)).toBe("Tadhg Furlong");
    expect(words(cover.organisation)).toBe(odd.report.organisationName);
    expect(cover.facts.map(({ value }) => words(value))).toEqual([
      "Spring 360",
      "2 March 2026",
      "Manager: 1 person\nPeers: 4 people\nDirect reports: 3 people",
    ]);
  });

  test("prints only the sections that were shared", () => {
    const shared = { ...odd.report, reader: "manager" as const, sections: ["balance" as const] };
    expect(reportDocument(shared, "a4").sections.map(({ id }) => id)).toEqual(["balance", "how"]);
  });
});

describe("figures as a file", () => {
  test("hold what the page shows, and say in words why a cell is empty", async () => {
    const odd = await oddReport(db.platform, house, {
      name: "=cmd|'/c calc'!A1",
      groups: { self: 1, peer: 2, direct_report: 3 },
    });
    const csv = String(await figuresOf(odd, "csv"));
    const rows = csv.trim().split("\r\n").slice(1);
    // A range where the mean is near an end of the scale, nothing where it is hidden; never a mean beside a reason.
    const reasons = /not shown|no answers|only a range is shown/;
    const noted = rows.filter((row) => reasons.test(row));
    expect(noted.length).toBeGreaterThan(0);
    for (const row of noted) expect(row).toMatch(/,,(-?[\d.]+,-?[\d.]+,\d+|,,),,,,,,,,/);
    const content = odd.report.content;
    const shown = content.competencies.flatMap((each) =>
      Object.values(each.estimates).filter((estimate) => estimate.shown),
    );
    expect(rows.filter((row) => row.startsWith("Competency") && !reasons.test(row))).toHaveLength(
      shown.length,
    );
    for (const row of rows) expect(row).not.toMatch(/(^|,)"?[=+@]/);
    const workbook = await figuresOf(odd, "xlsx");
    const sheet = await readSheet(Buffer.from(workbook as Uint8Array));
    // The same notes stand in both files.
    const notes = (parse(csv, { bom: true, columns: false }) as string[][])
      .slice(1)
      .map((cells) => cells[15] || null);
    expect(sheet.slice(1).map((cells) => cells[15] ?? null)).toEqual(notes);
    expect(notes.filter((note) => note !== null && reasons.test(note))).toHaveLength(noted.length);
  });
});

describe("awkward reports are set all the same", () => {
  const cases: [string, OddCase, RegExp?][] = [
    ["only self", { name: "Only Self", groups: { self: 1, peer: 3 }, silent: ["peer"] }],
    ["one rater", { name: "One Rater", groups: { self: 1, peer: 1 } }],
    ["all groups hidden", { name: "All Hidden", groups: { peer: 1, direct_report: 1 } }],
    [
      "all the same answer",
      { name: "Same", groups: { self: 1, peer: 5 }, ratings: { peer: [0], self: [0] } },
    ],
    [
      "sixty raters and the longest comments",
      {
        name: "Sixty Raters",
        groups: { self: 1, manager: 1, peer: 28, direct_report: 25, other: 5 },
        comments: {
          peer: [LONG, LONG, LONG],
          direct_report: Array.from({ length: 25 }, (_, i) => `No ${i}`),
        },
      },
    ],
    [
      "a name that breaks lines, signs of markup, right to left, emoji, signs without a shape",
      {
        name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren 😀 #$*_"<x>& \\ [[a]] مريم',
        groups: { self: 1, peer: 4, direct_report: 3 },
        comments: {
          peer: [
            "مرحبا بالعالم، شكرا على كل شيء. He says hi.",
            "שלום לכולם, תודה רבה על 3 דברים.",
            "👩‍👩‍👧‍👦 🇳🇴 ❤️ 👍🏽 great 🎉",
            "中文评论 こんにちは 한국어 नमस्ते สวัสดี \ue000 \u{f0000} \u202Eevil\u202C \ud83d zero\u0007bell \u2028 \u{13000}",
          ],
          direct_report: ["x".repeat(9_990), "e\u0301\u0300\u0323 a\tb", LONG],
        },
      },
    ],
  ];
  test.each(cases)("%s", { timeout: 60_000 }, async (_, odd) => {
    const made = await oddReport(db.platform, house, odd);
    for (const paper of ["a4", "letter"]) {
      const { bytes } = await pdfOf(made, paper);
      expect(bytes).toContain("<pdfuaid:part>1</pdfuaid:part>");
      expect(bytes.trimEnd().endsWith("%%EOF")).toBe(true);
    }
  });
});

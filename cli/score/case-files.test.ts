import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import type { OperatorError } from "~/platform/errors/operator-error.ts";
import type { ScoreOptions } from "./read-options.ts";
import { score } from "./score.ts";

const CASES = join(import.meta.dirname, "../../test/fixtures/files/ratings");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "score-cases-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What scoring a file says and writes, or why it is refused. */
async function scored(content: string | Buffer, options: Partial<ScoreOptions> = {}) {
  const file = join(folder, "ratings.csv");
  const out = join(folder, "out");
  writeFileSync(file, content);
  let said = "";
  const screen = { write: (text: string) => (said += text) };
  const terminal = { out: screen, err: screen, now: () => 0 };
  const failure = await score(file, { out, strict: false, ...options }, terminal).then(
    () => null,
    (error: OperatorError) => error,
  );
  const json = failure ? null : JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  return { said, json, failure };
}

const ofCase = (name: string) => readFileSync(join(CASES, name));
const ids = (json: { participants: { id: string }[] }) => json.participants.map(({ id }) => id);

/** Participants by raters; everyone is rated by everyone. */
const table = (names: string[], raters: string[], title = "participant,rater,value") =>
  [
    title,
    ...names.flatMap((name, p) =>
      raters.map((rater, r) => `${name},${rater},${1 + ((p + r * r) % 5)}`),
    ),
  ].join("\n");

test("Latin letters tell six people apart", async () => {
  const { json, said } = await scored(ofCase("latin1-two-people.csv"));
  expect(ids(json).toSorted()).toEqual(
    ["Zoë Lane", "Zoé Lane", "André Roy", "Andrè Roy", "Bo Ek", "Cy Ek"].toSorted(),
  );
  expect(said).toContain("Read as windows-1252");
});

test.each([
  ["windows-1250", ["Žofie Šťastná", "Małgorzata Wójcik"]],
  ["shift_jis", ["山田太郎", "鈴木花子"]],
  ["utf-16le", ["Zoë", "Ana"]],
])("%s is read as the people import reads it", async (encoding, names) => {
  const text = table(names, ["1", "2", "3"]);
  const { json } = await scored(iconv.encode(text, encoding, { addBOM: true }));
  expect(ids(json)).toEqual(names);
});

test("row names that count the rows are left out and said; others are refused", async () => {
  const { json, said } = await scored(ofCase("r-row-names-numeric.csv"));
  expect(ids(json)).toEqual(["101", "102", "103", "104", "105", "106"]);
  expect(said).toContain("only counts the rows");
  const named = await scored('"participant","rater","value"\n"a",1,2,3\n"b",1,2,3\n');
  expect(named.failure?.message).toContain("more cells than there are titles");
  const broken = await scored('"participant","rater","value"\n"1",1,2,3\n"7",1,2,3\n');
  expect(broken.failure?.message).toContain("more cells than there are titles");
  const slipped = await scored(`${table(["a", "b"], ["1", "2", "3"])}\na,b,4,5,6\n`);
  expect(slipped.said).toContain("more cells than titles");
});

test("ids tell people apart, and names label them", async () => {
  const { json, said } = await scored(ofCase("name-and-id-columns.csv"));
  expect(json.participants).toHaveLength(6);
  expect(json.participants[0]).toMatchObject({ id: "101", name: "Ana Quay" });
  expect(said).toContain("Ana Quay (102)");
});

test.each([
  "Participant Name,Participant ID,Rater,Value",
  "Leader,Leader ID,Rater,Value",
  "Ratee,Ratee Email,Rater,Value",
])("%s: the second column tells people apart", async (title) => {
  const lines = ["Ana,1,x,3", "Ana,1,y,4", "Ana,2,x,5", "Ana,2,y,2", "Bo,3,x,1", "Bo,3,y,2"];
  const { json } = await scored([title, ...lines].join("\n"));
  expect(ids(json)).toEqual(["1", "2", "3"]);
});

test("what is said twice is warned of and counts once, as its mean; in another wave it is another", async () => {
  const twice = await scored(ofCase("duplicate-ratings.csv"));
  const once = await scored(ofCase("no-spread.csv"));
  expect(twice.said).toContain("18 ratings say again what another says");
  expect(twice.json.ratings).toMatchObject({ rows: 54, used: 36, repeats: 18 });
  expect(twice.json.participants).toEqual(once.json.participants);
  const mean = await scored("participant,rater,value\na,1,2\na,1,4\na,2,5\nb,1,1\nb,2,3\n");
  expect(mean.json.participants[0]).toMatchObject({ id: "a", ratings: 2, mean: 4 });
  const waves = "participant,rater,value,wave\na,1,2,1\na,1,4,2\na,2,5,1\nb,1,1,1\nb,2,3,1\n";
  expect((await scored(waves)).json.ratings).toMatchObject({ used: 5, repeats: 0 });
  const items = "participant,rater,value,item\na,1,2,q1\na,1,4,q2\na,2,5,q1\nb,1,1,q1\nb,2,3,q1\n";
  expect((await scored(items)).json.ratings.repeats).toBe(0);
});

test("where participants can't be told to differ, nothing is claimed of single ones", async () => {
  const { json, said } = await scored(ofCase("no-spread.csv"));
  expect(said).toContain("Spread between participants can't be told from these data");
  expect(said).toContain("Reliability can't be told");
  expect(said).not.toMatch(/Reliability of one rater −/);
  expect(json.model.spread).toBe(false);
  for (const { sd, lower, upper, reliability } of json.participants)
    expect([sd, lower, upper, reliability]).toEqual([null, null, null, null]);
});

test("a limit that can't be told is a question mark, and null", async () => {
  const { said, json } = await scored(
    "participant,rater,value\na,1,3\na,2,4\nb,1,4\nb,2,3\nc,1,2\nc,3,5\n",
  );
  for (const { upper } of Object.values<{ upper: number | null }>(json.model.components))
    expect(upper === null || upper <= 36).toBe(true);
  expect(said).toMatch(/, \?\]/);
  expect(said).not.toMatch(/\d{4},\d{3}/);
});

test("values far outside of the others are asked about; the range is printed", async () => {
  const { failure } = await scored(ofCase("missing-99.csv"));
  expect(failure?.message).toContain("Most values are from 1 to 5, and far outside are: 99 (4×)");
  expect(failure?.wayOut).toContain("--missing 99");
  const missing = await scored(ofCase("missing-99.csv"), { missing: "99" });
  expect(missing.json.ratings).toMatchObject({ used: 32, unanswered: 4, low: 1, high: 5 });
  expect(missing.said).toContain("Values from 1 to 5");
  expect((await scored(ofCase("missing-99.csv"), { scale: "1-99" })).failure).toBeNull();
  expect((await scored(ofCase("missing-99.csv"), { scale: "1-5" })).json.ratings.bad).toBe(4);
});

test.each([
  ["-99", true],
  ["999", true],
  ["-1", true],
  ["9", true],
  ["6", false],
  ["0", false],
])("beside ratings from 1 to 5, %s is asked about: %s", async (value, asked) => {
  const { failure } = await scored(
    `${table(["a", "b", "c", "d"], ["1", "2", "3", "4", "5"])}\na,6,${value}\n`,
  );
  expect(failure !== null).toBe(asked);
});

test("whole scales are not asked about, however they are used", async () => {
  for (const values of [
    [1, 2, 7],
    [-2, -1, 0, 2],
    [0, 50, 100],
    [3, 4, 10],
    [1.5, 2.25, 4],
  ]) {
    const rows = values.flatMap((value, at) => [`a,${at},${value}`, `b,${at},${value}`]);
    const { failure } = await scored(["participant,rater,value", ...rows].join("\n"));
    expect([values, failure?.message ?? null]).toEqual([values, null]);
  }
});

test("one name typed in two ways is one person, and so is an address", async () => {
  expect((await scored(ofCase("nfc-nfd.csv"))).json.participants).toHaveLength(6);
  const { json } = await scored(
    "participant,rater,value\nAna@x.org,1,3\nana@X.org,2,4\nBo  Ek,1,2\nBo\u00a0Ek,2,3\n",
  );
  expect(ids(json)).toEqual(["Ana@x.org", "Bo  Ek"]);
});

test.each(["sep-line.csv", "na-flavours.csv", "number-and-label.csv"])(
  "%s is read as the people import reads it",
  async (name) => {
    const { json } = await scored(ofCase(name));
    expect(json.ratings).toMatchObject({ used: 36, bad: 0 });
    expect(json.participants).toHaveLength(6);
  },
);

test.each([
  "4 (Agree)",
  "4: Agree",
  "4. Agree",
  "4=Agree",
  "Agree (4)",
  "Agree - 4",
  "4 Agree",
  "4 – often",
  "４",
])("%s is 4", async (cell) => {
  const { json } = await scored(`${table(["a", "b"], ["1", "2", "3"])}\nc,1,${cell}\n`);
  expect(json.participants[2]).toMatchObject({ id: "c", mean: 4 });
});

test.each(["Weiß nicht", "Ne sait pas", "No sabe", "can’t say", "Unable to rate", "n.v.t.", "#NV"])(
  "%s is no answer",
  async (cell) => {
    const { json } = await scored(`${table(["a", "b"], ["1", "2", "3"])}\nc,1,${cell}\n`);
    expect(json.ratings).toMatchObject({ unanswered: 1, bad: 0 });
  },
);

test.each(["Anonymous", "anonym", "(Anonymous)", "Anonymous reviewer"])(
  "%s as one rater of many is asked about",
  async (name) => {
    const csv = table(["a", "b", "c"], ["1", "2", name]);
    const { failure } = await scored(csv);
    expect(failure?.message).toContain("rated 3 participants");
    expect((await scored(csv, { anonymous: "one" })).said).toContain("raters 3");
    expect((await scored(csv, { anonymous: "each" })).said).toContain("raters 5");
    expect((await scored(csv, { anonymous: "some" })).failure?.message).toContain(
      "--anonymous some",
    );
  },
);

test("titles may stand below others, be parted by bars, and be German", async () => {
  const rows = ["a|1|3", "a|2|4", "b|1|2", "b|2|5"];
  const { json, said } = await scored(
    ["Export of May", "Teilnehmer|Bewerter|Wert", ...rows].join("\n"),
  );
  expect(ids(json)).toEqual(["a", "b"]);
  expect(said).toContain("1 line above the titles");
});

test("a workbook is read: the sheet with ratings, and its hidden rows only when that is said", async () => {
  const data = [
    ["participant", "rater", "value"],
    ["a", "1", 3],
    ["a", "2", 4],
    ["b", "1", 2],
    ["b", "2", 5],
  ];
  const cells = (rows: (string | number)[][]) => rows.map((row) => row.map((value) => ({ value })));
  const bytes = await writeWorkbook([
    { sheet: "Notes", data: cells([["About this file"]]) },
    { sheet: "Ratings", data: cells(data) },
  ]).toBuffer();
  const { json, said } = await scored(bytes);
  expect(ids(json)).toEqual(["a", "b"]);
  expect(said).toContain("Read sheet “Ratings”; left out: Notes");
});

test("other files are named for what they are", async () => {
  const { failure } = await scored("<html><table><tr><td>participant</td></tr></table></html>");
  expect(failure?.message).toContain("is a web page with a table in it");
});

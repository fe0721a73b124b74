import { expect, test } from "vitest";
import { type Competency, parseFramework } from "~/features/frameworks/domain/framework.ts";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { withName } from "~/features/frameworks/domain/wording.ts";
import { wordingOverlap } from "~/features/frameworks/domain/wording-overlap.ts";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import newest from "../../../../content/frameworks/both-hats.v2.json";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import short from "../../../../content/instruments/both-hats-short.v1.json";
import { parseInstrument } from "./instrument.ts";

const { competencies } = parseFramework(bothHats);
const instrument = parseInstrument(full);
const { scales } = instrument;
const items = instrument.items.filter((item) => "scale" in item);
type Item = (typeof items)[number];
const behaviours = competencies.flatMap((competency) => competency.behaviours);

const words = (text: string) => text.toLowerCase().match(/[a-z'’]+/g) ?? [];
const hasAny = (text: string, unwanted: readonly string[]) =>
  words(text).some((word) => unwanted.includes(word));

/** The question as a rater reads it. */
const question = (item: Item) => withName(`${scales[item.scale]!.stem.other} ${item.other}`, "Sam");

const NEGATIONS = "not no never without avoid avoids don't doesn't can't".split(" ");
const FREQUENCIES = "always often sometimes rarely seldom usually frequently regularly".split(" ");
// Words that already say "the right amount", so that too much of it would make no sense.
const VERDICTS =
  "well good best right enough proper properly appropriate appropriately effective effectively suitable sufficient necessary needed reasonable timely constructive excellent".split(
    " ",
  );
const OPENINGS = /^(In a crisis|In times of change|Overall), /;

/** What makes a rating of this wording hard to give or hard to understand. */
function flaws(scale: Item["scale"], wording: string): string[] {
  const body = wording.replace(OPENINGS, "");
  const found: string[] = [];
  if (words(wording).length > 14) found.push("long");
  if (/\b(and|or|but)\b|[,;/&]/.test(body)) found.push("double-barrelled");
  if (hasAny(body, NEGATIONS)) found.push("negation");
  if (hasAny(body, FREQUENCIES)) found.push("frequency");
  if (scale === "amount" && hasAny(body, VERDICTS)) found.push("verdict");
  if (!/^[A-Z{]/.test(wording) || /[.?!…:]$/.test(wording)) found.push("punctuation");
  return found;
}

test("the check for flawed items finds each flaw", () => {
  expect(flaws("amount", "Plan and budget work")).toEqual(["double-barrelled"]);
  expect(flaws("amount", "Overall, plan work, people")).toEqual(["double-barrelled"]);
  expect(flaws("amount", "Work without a plan")).toEqual(["negation"]);
  expect(flaws("truth", "I often plan")).toEqual(["frequency"]);
  expect(flaws("amount", "Give appropriate feedback")).toEqual(["verdict"]);
  expect(flaws("amount", "plan work.")).toEqual(["punctuation"]);
  expect(flaws("amount", "Plan ".repeat(15))).toEqual(["long"]);
});

test.each(items)(
  "item $key is short, asks one thing and leaves room for too much of it",
  (item) => {
    expect(flaws(item.scale, item.self)).toEqual([]);
    expect(flaws(item.scale, item.other)).toEqual([]);
  },
);

const profileItems = parseFramework(newest).profiles!.flatMap(({ key, behaviours: chosen }) =>
  chosen.flatMap(({ behaviour, self, other }) => {
    const { hat } = parseFramework(newest).competencies.find((competency) =>
      competency.behaviours.some((each) => each.key === behaviour),
    )!;
    const scale = hat === null ? "truth" : "amount";
    return self && other ? [{ key: `${key}: ${behaviour}`, scale, self, other }] : [];
  }),
);

test("the profiles say something in words of their own", () => {
  expect(profileItems.length).toBeGreaterThan(5);
});

test.each(profileItems)("$key could be asked as it stands", ({ scale, self, other }) => {
  expect(flaws(scale, self)).toEqual([]);
  expect(flaws(scale, other)).toEqual([]);
  if (scale === "amount") expect(self.replace(/\byour\b/g, "their")).toBe(other);
  else expect([/\b(I|me)\b/.test(self), other.includes("{{name}}")]).toEqual([true, true]);
  const asked = `${scales[scale]!.stem.other} ${withName(other, "Sam")}`;
  expect(readingGrade([asked])).toBeLessThanOrEqual(GRADE_OF_ONE_QUESTION);
});

test("on the amount scale self and others read the same words, but for your and their", () => {
  for (const item of items.filter(({ scale }) => scale === "amount")) {
    expect(item.self.replace(/\byour\b/g, "their")).toBe(item.other);
  }
});

test("on the truth scale self and others read the same statement in the first and third person", () => {
  for (const item of items.filter(({ scale }) => scale === "truth")) {
    expect(item.self, item.key).toMatch(/\b(I|me)\b/);
    expect(item.other, item.key).toContain("{{name}}");
    expect(wordingOverlap(item.self, item.other), item.key).toBeGreaterThanOrEqual(0.75);
  }
});

test("no two items say nearly the same, and no two labels do", () => {
  expect(
    pairsAbove(
      1 / 3,
      items.map(({ other }) => other),
    ),
  ).toEqual([]);
  expect(
    pairsAbove(
      1 / 3,
      behaviours.map(({ label }) => label),
    ),
  ).toEqual([]);
});

test.each([bothHats, newest])(
  "no two other texts of version $version of the framework say nearly the same",
  (framework) => {
    const prose = parseFramework(framework).competencies.flatMap(proseOf);
    expect(pairsAbove(0.5, prose)).toEqual([]);
  },
);

test("the check for near-duplicates finds one", () => {
  const pair = ["Checks results against the plan", "Checking results against plans early"];
  expect(pairsAbove(0.5, [...pair, "Listens first"])).toEqual([pair]);
});

function pairsAbove(limit: number, texts: readonly string[]) {
  return texts.flatMap((first, index) =>
    texts
      .slice(index + 1)
      .filter((second) => wordingOverlap(first, second) > limit)
      .map((second) => [first, second]),
  );
}

function proseOf(competency: Competency): string[] {
  return [
    competency.core,
    competency.description,
    ...competency.behaviours.flatMap(({ tooLittle, tooMuch }) => [tooLittle, tooMuch]),
    ...competency.levels.map(({ anchor }) => anchor),
    ...competency.doMore,
    ...competency.doLess,
    ...competency.questions,
    ...competency.practices.flatMap(({ how, checkIn }) => [how, checkIn]),
  ];
}

// Grade 6 is read at eleven or twelve. Raters answer on a phone, many in their second language, so that the texts
// stay below the reading age of 12 to 14 that we promise. One question alone may reach grade 9 (age 14): in a short
// sentence a single long word such as "situation" moves the grade by about two.
const GRADE = 6;
const GRADE_OF_ONE_QUESTION = 9;

test.each([...competencies, ...parseFramework(newest).competencies])(
  "the questions and texts of $key can be read at twelve",
  (competency) => {
    const own = items.filter((item) => item.competency === competency.key).map(question);
    expect(readingGrade(own)).toBeLessThanOrEqual(GRADE);
    expect(readingGrade(proseOf(competency))).toBeLessThanOrEqual(GRADE);
  },
);

test.each(items)("the question $key can be read at fourteen", (item) => {
  expect(readingGrade([question(item)])).toBeLessThanOrEqual(GRADE_OF_ONE_QUESTION);
});

test("labels fit beside a chart, and a core fits in one line", () => {
  expect(behaviours.filter(({ label }) => label.length > 32)).toEqual([]);
  expect(competencies.filter(({ core }) => core.length > 90)).toEqual([]);
});

const JARGON =
  "synergy synergies leverage leverages stakeholder stakeholders paradigm holistic proactive proactively robust utilise utilises facilitate facilitates bandwidth actionable impactful ideate learnings buy-in cascade onboard mindset ecosystem deliverable deliverables optimise optimises operationalise streamline incentivise agile disrupt disruptive transformational world-class seamless delve".split(
    " ",
  );
const AMERICAN =
  "behavior behaviors color organization organizations organize organizing prioritize judgment favor favorites favorites center program labor honor recognize recognizes realize apologize fulfill".split(
    " ",
  );
// A person is never he or she: nobody's pronoun is known.
const GENDERED = "he she him her his hers himself herself man woman guys manpower chairman".split(
  " ",
);

function everyText(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(everyText) : [];
}

test.each([bothHats, newest, full, short])(
  "$name uses plain British words for people of any gender",
  (content) => {
    const unwanted = new Set([...JARGON, ...AMERICAN, ...GENDERED]);
    const found = everyText(content).flatMap((text) =>
      (text.toLowerCase().match(/[a-z]+(-[a-z]+)*/g) ?? []).filter((word) => unwanted.has(word)),
    );
    expect(found).toEqual([]);
  },
);

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFramework } from "~/features/frameworks/domain/check-framework.ts";
import { parseFramework } from "~/features/frameworks/domain/framework.ts";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import short from "../../../../content/instruments/both-hats-short.v1.json";
import { openQuestions, ratingsOf } from "./asked-items.ts";
import { checkInstrument } from "./check-instrument.ts";
import { type Instrument, parseInstrument } from "./instrument.ts";

const CONTENT = join(import.meta.dirname, "../../../../content");

function filesIn(folder: string) {
  return readdirSync(join(CONTENT, folder)).map((file) => ({
    file,
    json: JSON.parse(readFileSync(join(CONTENT, folder, file), "utf8")),
  }));
}

const frameworkFiles = filesIn("frameworks");
const instrumentFiles = filesIn("instruments");
const framework = parseFramework(bothHats);
const behaviours = framework.competencies.flatMap((competency) => competency.behaviours);
const instruments = { full: parseInstrument(full), short: parseInstrument(short) };

test.each(frameworkFiles)(
  "framework $file is valid and named after its version",
  ({ file, json }) => {
    const read = parseFramework(json);
    expect(checkFramework(read)).toEqual([]);
    expect(file).toBe(`${read.key}.v${read.version}.json`);
    expect(json.$schema).toBe("../schema/framework.schema.json");
  },
);

test.each(instrumentFiles)("instrument $file is valid and fits its framework", ({ file, json }) => {
  const read = parseInstrument(json);
  const { key, version } = read.framework;
  const named = frameworkFiles.find((candidate) => candidate.file === `${key}.v${version}.json`);
  expect(checkInstrument(parseFramework(named?.json), read)).toEqual([]);
  expect(file).toBe(`${read.key}.v${read.version}.json`);
  expect(json.$schema).toBe("../schema/instrument.schema.json");
});

test("Both hats holds the thirteen competencies, six under each hat and Range above them", () => {
  const namesUnder = (hat: string | null) =>
    framework.competencies
      .filter((competency) => competency.hat === hat)
      .map((competency) => competency.name);
  expect(namesUnder("managing")).toEqual([
    "Setting goals",
    "Planning and organising",
    "Delivering and coordinating",
    "Monitoring and control",
    "Performance and feedback",
    "Problem solving and process",
  ]);
  expect(namesUnder("leading")).toEqual([
    "Vision and purpose",
    "Inspiring and communicating",
    "Empowering and trusting",
    "Coaching and developing successors",
    "Driving change and innovation",
    "Empathy and integrity",
  ]);
  expect(namesUnder(null)).toEqual(["Range"]);
});

test.each(framework.competencies)(
  "$key has four behaviours and all that helps to develop them",
  (competency) => {
    expect(competency.behaviours).toHaveLength(4);
    expect(competency.doMore).toHaveLength(3);
    expect(competency.doLess).toHaveLength(3);
    expect(competency.questions).toHaveLength(3);
    expect(competency.practices.map(({ direction }) => direction)).toEqual(["more", "less"]);
  },
);

test.each(behaviours)(
  "$key can be too little and too much, and says differently how each looks",
  (behaviour) => {
    const sentence = /^[A-Z][^.!?]+\.$/;
    expect(behaviour.tooLittle).toMatch(sentence);
    expect(behaviour.tooMuch).toMatch(sentence);
    expect(behaviour.tooLittle).not.toBe(behaviour.tooMuch);
  },
);

function countByScale({ items }: Instrument) {
  const scaled = items.filter((item) => "scale" in item);
  const count = (wanted: (item: (typeof scaled)[number]) => boolean) =>
    scaled.filter(wanted).length;
  return {
    hats: count((item) => item.scale === "amount" && hatOf(item.competency) !== null),
    range: count((item) => item.scale === "truth" && item.competency === "range"),
    overall: count((item) => item.scale === "truth" && item.competency === null),
  };
}

function hatOf(key: string | null) {
  return framework.competencies.find((competency) => competency.key === key)?.hat ?? null;
}

test("Both hats 360 asks 48 amounts, four times about Range and three times about the whole", () => {
  expect(countByScale(instruments.full)).toEqual({ hats: 48, range: 4, overall: 3 });
  expect(ratingsOf(instruments.full)).toBe(55);
  expect(instruments.full.sections.map(({ competency }) => competency)).toEqual([
    ...framework.competencies.map(({ key }) => key),
    null,
    null,
  ]);
});

test("Both hats 360 rates every behaviour of the framework once", () => {
  const rated = instruments.full.items.flatMap(({ behaviour }) => behaviour ?? []);
  expect(rated).toEqual(behaviours.map(({ key }) => key));
});

test("Both hats short asks 24 amounts, two for each competency of the hats", () => {
  expect(countByScale(instruments.short)).toEqual({ hats: 24, range: 0, overall: 0 });
  expect(ratingsOf(instruments.short)).toBe(24);
  for (const { key } of instruments.short.sections.slice(0, -1)) {
    expect(instruments.short.items.filter((item) => item.competency === key)).toHaveLength(2);
  }
  expect(instruments.short.sections).toHaveLength(13);
});

test.each(Object.values(instruments))(
  "$key asks what to keep, do more of and do less of",
  (instrument) => {
    expect(openQuestions(instrument).map(({ key }) => key)).toEqual(["keep", "more", "less"]);
  },
);

test("an item asks about its behaviour in the framework's words", () => {
  for (const item of Object.values(instruments).flatMap(({ items }) => items)) {
    if (item.behaviour === null) continue;
    const behaviour = behaviours.find(({ key }) => key === item.behaviour);
    expect({ self: item.self, other: item.other }).toEqual({
      self: behaviour?.self,
      other: behaviour?.other,
    });
  }
});

test("both instruments use the same scales, so that their results can be compared", () => {
  expect(instruments.short.scales).toEqual(instruments.full.scales);
  expect(instruments.short.cantSay).toEqual(instruments.full.cantSay);
});

test("the 360 promises less than the ten minutes a rater is willing to give", () => {
  expect(instruments.full.minutes).toBeLessThan(10);
  expect(instruments.short.minutes).toBeLessThan(instruments.full.minutes);
});

import { expect, test } from "vitest";
import { parseFramework } from "~/features/frameworks/domain/framework.ts";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import { checkInstrument } from "./check-instrument.ts";
import { type Instrument, parseInstrument } from "./instrument.ts";

const framework = parseFramework(bothHats);

function problemsAfter(change: (instrument: Instrument) => void) {
  const instrument = parseInstrument(structuredClone(full));
  change(instrument);
  return checkInstrument(framework, instrument);
}

test("a sound instrument has no problems", () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

test("an instrument belongs to one version of one framework", () => {
  expect(problemsAfter((instrument) => (instrument.framework.version = 2))).toEqual([
    { code: "wrong-framework", at: "framework" },
  ]);
});

test("an item names a competency and a behaviour of that competency, or neither", () => {
  const problems = problemsAfter(({ items }) => {
    items[0]!.behaviour = items[10]!.behaviour;
    items[1]!.behaviour = "no-such-behaviour";
    items[54]!.competency = "no-such-competency";
    items[53]!.behaviour = "few-goals";
  });
  expect(problems).toEqual([
    { code: "unknown-behaviour", at: "items.0.behaviour" },
    { code: "unknown-behaviour", at: "items.1.behaviour" },
    { code: "behaviour-without-competency", at: "items.53.behaviour" },
    { code: "unknown-competency", at: "items.54.competency" },
  ]);
});

test("keys of sections and items, open questions among them, are used once", () => {
  const problems = problemsAfter(({ items, sections }) => {
    sections.push({ ...sections[0]! });
    items[1]!.key = items[0]!.key;
    items[57]!.key = "keep";
  });
  expect(problems).toEqual([
    { code: "duplicate-key", at: "sections.15.key" },
    { code: "duplicate-key", at: "items.1.key" },
    { code: "duplicate-key", at: "items.57.key" },
  ]);
});

test("a section has items and a competency that exists", () => {
  const problems = problemsAfter(({ sections }) => {
    sections.push({ key: "last", title: "Last", intro: "Last.", competency: "no-such" });
  });
  expect(problems).toEqual([
    { code: "unknown-competency", at: "sections.15.competency" },
    { code: "empty-section", at: "sections.15" },
  ]);
});

test("items stand in the order of the sections, in a section of their own competency", () => {
  const problems = problemsAfter(({ items, sections }) => {
    [items[3], items[4]] = [items[4]!, items[3]!];
    sections[2]!.competency = sections[3]!.competency;
    items[54]!.section = "no-such-section";
  });
  expect(problems).toEqual([
    { code: "items-out-of-order", at: "items.4.section" },
    ...[8, 9, 10, 11].map((index) => ({
      code: "section-mismatch",
      at: `items.${index}.competency`,
    })),
    { code: "unknown-section", at: "items.54.section" },
  ]);
});

test("others read the name exactly once per question, in the stem or in the item", () => {
  const problems = problemsAfter(({ items }) => {
    items[0]!.other = "Insist on goals that {{name}} can measure";
    items[48]!.other = "Notices when a situation is different";
    items[55]!.other = "What should continue?";
  });
  expect(problems).toEqual([
    { code: "name-not-once", at: "items.0.other" },
    { code: "name-not-once", at: "items.48.other" },
    { code: "name-not-once", at: "items.55.other" },
  ]);
});

test("a person never reads their own name, and a misspelt placeholder is caught", () => {
  const problems = problemsAfter(({ items }) => {
    items[48]!.self = "{{name}} notices";
    items[0]!.other = "Insist on goals that {{person}} can measure";
  });
  expect(problems).toEqual([
    { code: "stray-braces", at: "items.0.other" },
    { code: "name-in-self", at: "items.48.self" },
  ]);
});

test("an item stands on a scale of its own kind, and options have each a value of their own", () => {
  const problems = problemsAfter(({ items, scales }) => {
    items[48] = { ...items[48]!, scale: "amount" } as Instrument["items"][number];
    delete scales.truth;
  });
  expect(problems).toContainEqual({ code: "does-not-fit", at: "items.48.scale" });
  expect(problems).toContainEqual({ code: "does-not-fit", at: "items.49.scale" });
});

test("a condition rests on an item further up and on values that its answer can have", () => {
  const problems = problemsAfter(({ items }) => {
    items[3]!.when = { item: items[2]!.key, is: [-2, 2] };
    items[4]!.when = { item: items[3]!.key, is: [-2, 3] };
    items[5]!.when = { item: items[6]!.key, is: [1] };
    items[56]!.when = { item: items[55]!.key, is: [1] };
  });
  expect(problems).toEqual([
    { code: "does-not-fit", at: "items.4.when.is" },
    { code: "unknown-item", at: "items.5.when.item" },
    { code: "does-not-fit", at: "items.56.when.is" },
  ]);
});

test("a questionnaire about nobody names nobody", () => {
  const problems = problemsAfter((instrument) => {
    instrument.about = "nobody";
    instrument.items = instrument.items.slice(54);
    instrument.sections = instrument.sections.slice(13);
  });
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["name-not-once"]));
});

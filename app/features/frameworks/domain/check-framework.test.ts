import { expect, test } from "vitest";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import newest from "../../../../content/frameworks/both-hats.v2.json";
import { checkFramework } from "./check-framework.ts";
import { type Framework, parseFramework } from "./framework.ts";

function changed(change: (framework: Framework) => void): Framework {
  const framework = parseFramework(structuredClone(bothHats));
  change(framework);
  return framework;
}

test("a sound framework has no problems", () => {
  expect(checkFramework(changed(() => {}))).toEqual([]);
});

test("a competency must have a hat that exists, or none", () => {
  const framework = changed(({ competencies }) => {
    competencies[0]!.hat = "following";
    competencies[1]!.hat = null;
  });
  expect(checkFramework(framework)).toEqual([{ code: "unknown-hat", at: "competencies.0.hat" }]);
});

test("a key may be used once only, for behaviours and practices in the whole framework", () => {
  const framework = changed(({ competencies, hats }) => {
    hats[1]!.key = hats[0]!.key;
    for (const competency of competencies) if (competency.hat) competency.hat = hats[0]!.key;
    competencies[3]!.key = competencies[2]!.key;
    competencies[5]!.behaviours[1]!.key = competencies[4]!.behaviours[0]!.key;
    competencies[7]!.practices[1]!.key = competencies[6]!.practices[0]!.key;
  });
  expect(checkFramework(framework)).toEqual([
    { code: "duplicate-key", at: "hats.1.key" },
    { code: "duplicate-key", at: "competencies.3.key" },
    { code: "duplicate-key", at: "competencies.5.behaviours.1.key" },
    { code: "duplicate-key", at: "competencies.7.practices.1.key" },
  ]);
});

test("a practice trains a behaviour of its own competency", () => {
  const framework = changed(({ competencies }) => {
    competencies[0]!.practices[1]!.behaviour = competencies[1]!.behaviours[0]!.key;
  });
  expect(checkFramework(framework)).toEqual([
    { code: "unknown-behaviour", at: "competencies.0.practices.1.behaviour" },
  ]);
});

test("a person is never named to themselves, nor twice to others, nor by a misspelt placeholder", () => {
  const framework = changed(({ competencies }) => {
    const [first, second, third] = competencies[12]!.behaviours;
    first!.self = "{{name}} notices";
    second!.other = "{{name}} adjusts what {{name}} does";
    third!.other = "In a crisis, {{nane}} takes control";
  });
  expect(checkFramework(framework)).toEqual([
    { code: "name-in-self", at: "competencies.12.behaviours.0.self" },
    { code: "name-not-once", at: "competencies.12.behaviours.1.other" },
    { code: "stray-braces", at: "competencies.12.behaviours.2.other" },
  ]);
});

test("a framework with another shape is refused, naming the place", () => {
  const read = (change: object) => () => parseFramework({ ...bothHats, ...change });
  expect(read({ version: 0 })).toThrow(/version/);
  expect(read({ key: "Both hats" })).toThrow(/key/);
  expect(read({ name: " " })).toThrow(/name/);
  const [first] = bothHats.competencies;
  expect(read({ competencies: [{ ...first, levels: first!.levels.slice(0, 4) }] })).toThrow(
    /levels/,
  );
});

test("a profile chooses behaviours that there are, each once, and says both voices or none", () => {
  const framework = parseFramework(structuredClone(newest));
  const [first] = framework.profiles!;
  first!.behaviours.push(
    { behaviour: "no-such-behaviour" },
    { behaviour: "measurable-goals" },
    { behaviour: "few-goals", self: "Keep to a few goals" },
    { behaviour: "clear-roles", self: "{{name}} agrees", other: "Agree {{nmae}}" },
  );
  const at = first!.behaviours.length;
  expect(checkFramework(framework)).toEqual([
    { code: "duplicate-key", at: `profiles.0.behaviours.${at - 3}.behaviour` },
    { code: "unknown-behaviour", at: `profiles.0.behaviours.${at - 4}.behaviour` },
    { code: "one-voice", at: `profiles.0.behaviours.${at - 2}.other` },
    { code: "name-in-self", at: `profiles.0.behaviours.${at - 1}.self` },
    { code: "stray-braces", at: `profiles.0.behaviours.${at - 1}.other` },
  ]);
});

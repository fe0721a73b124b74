import { duplicateKeys, type Framework, type Problem } from "~/features/frameworks/domain/index.ts";
import { type AskedItem, type Item, kindOf } from "../kinds/registry.ts";
import { askedItems } from "./asked-items.ts";
import { checkNames } from "./check-names.ts";
import { checkTranslations } from "./check-translation.ts";
import type { Instrument } from "./instrument.ts";

/** Checks an instrument against its framework and against itself. Empty when it can be used. */
export function checkInstrument(framework: Framework, instrument: Instrument): Problem[] {
  const { items, scales, sections } = instrument;
  const asked = askedItems(instrument);
  return [
    ...checkFrameworkNamed(framework, instrument),
    ...duplicateKeys(sections, (index) => `sections.${index}.key`),
    ...duplicateKeys(items, (index) => `items.${index}.key`),
    ...checkSections(framework, instrument),
    ...items.flatMap((item, index) => checkCompetency(framework, item, `items.${index}`)),
    ...items.flatMap((item, index) => checkPlace(instrument, item, index)),
    ...asked.flatMap((each, index) => checkKind(each, `items.${index}`)),
    ...asked.flatMap((_, index) => checkCondition(asked, index)),
    ...checkNames(instrument, { scales, wordsOf: (item) => item }, (_, index) => `items.${index}`),
    ...checkTranslations(instrument),
  ];
}

function checkFrameworkNamed(framework: Framework, { framework: named }: Instrument): Problem[] {
  return named.key === framework.key && named.version === framework.version
    ? []
    : [{ code: "wrong-framework", at: "framework" }];
}

function checkSections(framework: Framework, { items, sections }: Instrument): Problem[] {
  return sections.flatMap((section, index) => {
    const problems: Problem[] = [];
    if (section.competency !== null && !competencyOf(framework, section.competency))
      problems.push({ code: "unknown-competency", at: `sections.${index}.competency` });
    if (!items.some((item) => item.section === section.key))
      problems.push({ code: "empty-section", at: `sections.${index}` });
    return problems;
  });
}

function checkCompetency(framework: Framework, item: Item, at: string): Problem[] {
  if (item.competency === null)
    return item.behaviour === null
      ? []
      : [{ code: "behaviour-without-competency", at: `${at}.behaviour` }];
  const competency = competencyOf(framework, item.competency);
  if (competency === undefined) return [{ code: "unknown-competency", at: `${at}.competency` }];
  const isKnown =
    item.behaviour === null ||
    competency.behaviours.some((behaviour) => behaviour.key === item.behaviour);
  return isKnown ? [] : [{ code: "unknown-behaviour", at: `${at}.behaviour` }];
}

function checkPlace({ items, sections }: Instrument, item: Item, index: number): Problem[] {
  const rank = (key: string) => sections.findIndex((section) => section.key === key);
  const section = sections[rank(item.section)];
  if (section === undefined) return [{ code: "unknown-section", at: `items.${index}.section` }];
  const problems: Problem[] = [];
  const previous = items[index - 1];
  if (previous !== undefined && rank(previous.section) > rank(item.section))
    problems.push({ code: "items-out-of-order", at: `items.${index}.section` });
  if (section.competency !== null && section.competency !== item.competency)
    problems.push({ code: "section-mismatch", at: `items.${index}.competency` });
  return problems;
}

function checkKind(asked: AskedItem, at: string): Problem[] {
  return kindOf(asked.item)
    .problems(asked)
    .map((place) => ({ code: "does-not-fit", at: `${at}.${place}` }));
}

/** A condition rests on an item further up, and on values that its answer can have. */
function checkCondition(asked: readonly AskedItem[], index: number): Problem[] {
  const when = asked[index]?.item.when;
  if (!when) return [];
  const on = asked.slice(0, index).find(({ item }) => item.key === when.item);
  if (!on) return [{ code: "unknown-item", at: `items.${index}.when.item` }];
  return when.is.every((value) => kindOf(on.item).saying(on, value))
    ? []
    : [{ code: "does-not-fit", at: `items.${index}.when.is` }];
}

function competencyOf(framework: Framework, key: string) {
  return framework.competencies.find((competency) => competency.key === key);
}

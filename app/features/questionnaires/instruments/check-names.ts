import {
  hasStrayBraces,
  nameCount,
  type Problem,
  type Wording,
} from "~/features/frameworks/domain/index.ts";
import { type Item, kindOf } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";

const NOTHING: Wording = { self: "", other: "" };

type Words = {
  scales: Partial<Record<string, { stem: Wording }>>;
  wordsOf(item: Item): Wording | undefined;
};

/**
 * Others read the person's name where the kind of the item says so, once, in the stem or in the item; a person never
 * reads their own; and where nobody is asked about there is none. @param at where an item's words stand.
 */
export function checkNames(
  { about, items }: Pick<Instrument, "about" | "items">,
  { scales, wordsOf }: Words,
  at: (item: Item, index: number) => string,
): Problem[] {
  return items.flatMap((item, index) => {
    const wording = wordsOf(item);
    if (!wording) return [];
    const stem = ("scale" in item && scales[item.scale]?.stem) || NOTHING;
    const most = about === "person" ? 1 : 0;
    const least = kindOf(item).names === "once" ? most : 0;
    return namesIn(at(item, index), wording, stem, least, most);
  });
}

function namesIn(
  at: string,
  wording: Wording,
  stem: Wording,
  least: number,
  most: number,
): Problem[] {
  const problems: Problem[] = [];
  if (nameCount(stem.self) + nameCount(wording.self) > 0)
    problems.push({ code: "name-in-self", at: `${at}.self` });
  const names = nameCount(stem.other) + nameCount(wording.other);
  if (names < least || names > most) problems.push({ code: "name-not-once", at: `${at}.other` });
  for (const voice of ["self", "other"] as const) {
    if (hasStrayBraces(stem[voice]) || hasStrayBraces(wording[voice]))
      problems.push({ code: "stray-braces", at: `${at}.${voice}` });
  }
  return problems;
}

import type { Framework, Problem } from "~/features/frameworks/domain/index.ts";
import { checkInstrument } from "../instruments/check-instrument.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { type Draft, originalOf } from "./draft.ts";
import { missingWords, translationOf } from "./words.ts";

/** What of a draft a problem is about; `name` as it is called there. */
export type DraftPlace =
  | { part: "about" | "whole" }
  | { part: "page" | "item" | "scale"; key: string; name: string }
  | { part: "language"; language: string; key: string | null };

export type DraftProblem = {
  code: Problem["code"] | "no-items" | "no-description" | "no-words";
  place: DraftPlace;
  /** Of words that are missing: how many, and the first of them. */
  missing?: { count: number; first: string[] };
};

/** How many missing words are named; how many there are is said as well. */
const NAMED = 3;

/** Why a draft can't be published yet; empty when it can. */
export function checkDraft(draft: Draft, framework: Framework): DraftProblem[] {
  const languages = Object.keys(draft.translations).sort();
  const missing = new Map(languages.map((each) => [each, missingWords(draft, each)]));
  const whole = languages.filter((each) => missing.get(each)?.length === 0);
  const instrument = versionOf(draft, "draft", 1, whole);
  return [
    ...(draft.items.length === 0
      ? [{ code: "no-items" as const, place: { part: "whole" as const } }]
      : []),
    ...(draft.description === ""
      ? [{ code: "no-description" as const, place: { part: "about" as const } }]
      : []),
    ...checkInstrument(framework, instrument).map(
      (problem): DraftProblem => ({ code: problem.code, place: placeOf(draft, problem.at) }),
    ),
    ...languages.flatMap((language): DraftProblem[] => {
      const words = missing.get(language) ?? [];
      if (words.length === 0) return [];
      const first = words.slice(0, NAMED).map(({ text }) => text);
      return [
        {
          code: "no-words",
          place: { part: "language", language, key: null },
          missing: { count: words.length, first },
        },
      ];
    }),
  ];
}

/** A draft as a version, in its own language and the ones given. */
export function versionOf(
  draft: Draft,
  key: string,
  version: number,
  languages: readonly string[] = Object.keys(draft.translations),
): Instrument {
  const original = originalOf(draft, key, version);
  if (languages.length === 0) return original;
  const translations = languages.map((each) => [each, translationOf(draft, each)] as const);
  return { ...original, translations: Object.fromEntries(translations) };
}

/** Where a problem of a version stands in the draft. */
function placeOf(draft: Draft, at: string): DraftPlace {
  const [part = "", second = "", third = "", fourth = ""] = at.split(".");
  if (part === "items") return itemPlace(draft.items[Number(second)]);
  if (part === "sections") return pagePlace(draft.sections[Number(second)]);
  if (part === "translations") {
    const key = third === "items" ? fourth : null;
    return { part: "language", language: second, key };
  }
  return { part: "whole" };
}

function itemPlace(item: Draft["items"][number] | undefined): DraftPlace {
  return item ? { part: "item", key: item.key, name: item.self } : { part: "whole" };
}

function pagePlace(page: Draft["sections"][number] | undefined): DraftPlace {
  return page ? { part: "page", key: page.key, name: page.title ?? "" } : { part: "whole" };
}

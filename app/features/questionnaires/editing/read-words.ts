import type { Problem } from "~/platform/errors/problem.ts";
import { tidyWords } from "./tidy-words.ts";
import type { Word } from "./words.ts";

type Read = { ok: true; words: Record<string, string> } | { ok: false; problems: Problem[] };

/** Words in another language as they were typed, by place; those of a page alone, and each with its own length. */
export function readWords(
  shown: readonly Pick<Word, "place" | "longest">[],
  typed: Readonly<Record<string, string>>,
): Read {
  // A field that is left empty is not told by a form's reader, and is meant all the same.
  const words = Object.fromEntries(
    shown.map(({ place }) => [
      place,
      tidyWords(Object.hasOwn(typed, place) ? (typed[place] ?? "") : ""),
    ]),
  );
  const problems = shown.flatMap(({ place, longest }): Problem[] =>
    (words[place] ?? "").length > longest
      ? [{ field: `words.${place}`, code: "too-long", values: { most: longest } }]
      : [],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, words };
}

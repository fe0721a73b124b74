import type { Findable } from "./find.ts";
import type { SituationWords } from "./situation.ts";

type Worded = {
  key: string;
  words: Pick<SituationWords, "title" | "summary" | "keywords" | "moves">;
  /** The behaviours that it asks for, by name. */
  asks: readonly string[];
};

/** A situation by what people would call it: what is typed by those who are in it says most. */
export function findable({ key, words, asks }: Worded): Findable {
  const { title, summary, keywords, moves } = words;
  const said = Object.values(moves).flatMap((hat) => Object.values(hat).flat());
  return {
    key,
    texts: [
      [4, keywords.join(" ")],
      [3, title],
      [2, summary],
      [1, asks.join(" ")],
      [0.5, said.join(" ")],
    ],
  };
}

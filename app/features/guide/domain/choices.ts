import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import { find, type Index } from "./find.ts";
import { HATS, type Hat } from "./situation.ts";

/** What may be chosen on the page of all situations. What is empty is not chosen. */
export type Choices = {
  /** A sentence, as it was typed. */
  q: string;
  /** Whose first moves are shown: every situation asks for both hats, so this leaves none out. */
  hat: Hat | "";
  /** A competency or one of its behaviours. */
  topic: string;
};

/** The choices that an address brings; what is none of the page counts as none. */
export function choicesIn(said: URLSearchParams, topics: readonly string[]): Choices {
  const q = (said.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const hat = HATS.find((each) => each === said.get("hat")) ?? "";
  const topic = topics.find((each) => each === said.get("topic")) ?? "";
  return { q, hat, topic };
}

export function isChosen({ q, hat, topic }: Choices): boolean {
  return q !== "" || hat !== "" || topic !== "";
}

/** The situations that a sentence and a topic leave: with a sentence the best first, otherwise in their own order. */
export function situationsFor<Each extends { key: string; topics: readonly string[] }>(
  situations: readonly Each[],
  index: Index,
  { q, topic }: Choices,
): readonly Each[] {
  const asked = new Map(
    situations
      .filter(({ topics }) => topic === "" || topics.includes(topic))
      .map((each) => [each.key, each]),
  );
  if (q === "") return [...asked.values()];
  const found = find(
    index.filter(({ key }) => asked.has(key)),
    q,
  );
  return found.flatMap((key) => asked.get(key) ?? []);
}

import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { LONGEST_PASSWORD } from "../domain/fields.ts";

/** Fewer guesses than this, and a password is among the first that anybody tries, whatever it looks like. */
const FEWEST_GUESSES = 1e8;

let estimator: ZxcvbnFactory | null = null;

/**
 * Whether a password is too easily guessed: among those that became known by breaches, a pattern on the keyboard, or
 * little more than what is known of its owner. By a list and an estimate that ship with the server (zxcvbn: Wheeler
 * 2016); nobody is asked.
 */
export function isGuessable(password: string, about: readonly string[]): boolean {
  // Its words are made ready once, when the first password is chosen.
  estimator ??= new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: LONGEST_PASSWORD,
  });
  return estimator.check(password, knownOf(about)).guesses < FEWEST_GUESSES;
}

/** Names and addresses, whole and in parts, and what is on the page. */
function knownOf(about: readonly string[]): string[] {
  const parts = about.flatMap((text) => [text, ...text.split("@"), ...text.split(/[\s.@_+-]+/)]);
  return [...new Set(["twohats", "two hats", ...parts.map((part) => part.toLowerCase())])].filter(
    (part) => part.length > 2,
  );
}

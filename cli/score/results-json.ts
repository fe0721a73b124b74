import type { Results } from "./score-ratings.ts";

/** results.json in pieces, a participant a line: with millions of them it would not fit in one string. */
export function* resultsJson(results: Results, ratings: object): Generator<string> {
  const { model, participants, ...rest } = results;
  const entry = (name: string, value: unknown) =>
    `${JSON.stringify(name)}: ${JSON.stringify(value, null, 2)}`;
  const others = Object.entries({ ...rest, ratings }).map(([name, value]) => entry(name, value));
  yield `{\n${entry("model", model)},\n"participants": [`;
  for (let code = 0; code < participants.count; code++)
    yield `${code === 0 ? "" : ","}\n${JSON.stringify(participants.at(code))}`;
  yield `\n],\n${others.join(",\n")}\n}\n`;
}

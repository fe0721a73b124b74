import {
  participantSchema,
  RESULTS_VERSION,
  type ResultsFile,
  resultsSchema,
} from "./results-schema.ts";
import type { Results } from "./score-ratings.ts";

const others = resultsSchema.omit({ participants: true });

/**
 * results.json in pieces, a participant a line: with millions of them it would not fit in one string. Everything passes
 * the schema that describes the file; what it does not know is not written, and what it would not accept throws.
 */
export function* resultsJson(
  { participants, ...results }: Results,
  ratings: ResultsFile["ratings"],
): Generator<string> {
  const known = asWritten({ schemaVersion: RESULTS_VERSION, ...results, ratings });
  const { schemaVersion, model, ...rest } = others.parse(known);
  const entry = (name: string, value: unknown) =>
    `${JSON.stringify(name)}: ${JSON.stringify(value, null, 2)}`;
  yield `{\n${entry("schemaVersion", schemaVersion)},\n${entry("model", model)},\n"participants": [`;
  for (let code = 0; code < participants.count; code++) {
    const participant = participantSchema.parse(participants.at(code));
    yield `${code === 0 ? "" : ","}\n${JSON.stringify(participant)}`;
  }
  const last = Object.entries(rest).map(([name, value]) => entry(name, value));
  yield `\n],\n${last.join(",\n")}\n}\n`;
}

/** What JSON makes of it: an infinite F is null there. */
function asWritten(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

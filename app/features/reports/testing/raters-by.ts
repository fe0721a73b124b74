import type { RatedResponse } from "../domain/rated-response.ts";

/** Who rated a participant, by relationship. */
export function ratersBy(
  responses: readonly RatedResponse[],
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(responses, ({ relationship }) => relationship);
  return new Map(
    [...groups].map(([relationship, own]) => [relationship, own.map((each) => each.rater)]),
  );
}

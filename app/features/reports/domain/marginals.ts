import { type Marginals, marginalsOf } from "@twohats/disclosure";
import type { Measure } from "~/features/questionnaires/domain/index.ts";
import type { ScoredResponse } from "./rated-response.ts";

/** How each item's answers fall over a whole round, by raters who count, self-ratings left out; by item id. */
export function marginalsOfRound(
  { items }: Pick<Measure, "items">,
  responses: readonly ScoredResponse[],
): Record<string, Marginals> {
  const groups = Map.groupBy(
    responses.filter(({ relationship, counts }) => relationship !== "self" && counts),
    ({ participantId, relationship }) => `${participantId} ${relationship}`,
  );
  const rows = [...groups.values()];
  return Object.fromEntries(
    items.map(({ id, scale }, at) => [
      id,
      marginalsOf(
        rows.map((group) => group.flatMap(({ ratings }) => ratings[at] ?? [])),
        scale,
      ),
    ]),
  );
}

import floors from "../../app/floors.json" with { type: "json" };

/** Which features each may import: all that stand on lower floors. */
export const featureTable: Record<string, readonly string[]> = Object.fromEntries(
  floors.flatMap((features, floor) =>
    features.map((feature) => [feature, floors.slice(0, floor).flat()]),
  ),
);

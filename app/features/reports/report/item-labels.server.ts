import type { Framework } from "~/features/frameworks/index.ts";
import { type Instrument, measuredItems } from "~/features/questionnaires/index.server.ts";

/** Each item by its behaviour's name, or by its own words where it rates none. */
export function itemLabelsOf(framework: Framework, instrument: Instrument): Record<string, string> {
  const labels = new Map(
    framework.competencies.flatMap(({ behaviours }) =>
      behaviours.map(({ key, label }) => [key, label] as const),
    ),
  );
  return Object.fromEntries(
    measuredItems(instrument).map(({ item }) => [
      item.key,
      (item.behaviour && labels.get(item.behaviour)) || item.self,
    ]),
  );
}
